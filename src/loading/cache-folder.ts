import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where this package keeps what the next run can use again: in the nearest `node_modules`, as other tools do, or where one
 * would be (Yarn's Plug'n'Play has none). Never in a folder that other users of the machine may write to: code is kept here.
 *
 * @param folder - of the project, or one in it
 * @returns undefined outside any project
 */
export function cacheFolder(folder: string): string | undefined {
  const home = nearest(folder, 'node_modules') ?? nearest(folder, 'package.json');
  return home && join(home, 'node_modules', '.cache', 'aws-sdk-stubber');
}

function nearest(folder: string, name: string): string | undefined {
  if (existsSync(join(folder, name))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent, name);
}
