import { useAwsFixture } from 'aws-sdk-stubber';
import { expect, test } from 'vitest';
import { saveOrder } from './save-order.js';

const orders = useAwsFixture('table', { name: 'orders' });

test('saves an order', async () => {
  await saveOrder({ id: '1', total: 3 });
  expect(orders).toHaveItem({ id: '1' }, { total: 3 });
});

test('refuses to save it twice', async () => {
  await saveOrder({ id: '1', total: 3 });
  await expect(saveOrder({ id: '1', total: 4 })).rejects.toBeAwsError(
    'ConditionalCheckFailedException',
  );
  expect(orders).toHaveItem({ id: '1' }, { total: 3 });
});
