import * as application from './application.mjs';
import * as call from './call.mjs';
import * as facade from './facade.mjs';
import * as fixtures from './fixtures.mjs';
import * as load from './load.mjs';
import * as resource from './resource.mjs';
import * as scale from './scale.mjs';
import * as services from './services.mjs';
import * as stub from './stub.mjs';
import * as tables from './tables.mjs';
import * as wire from './wire.mjs';

/**
 * What can be measured, by the name that `--only` takes and that the ratios have in the JSON. Each
 * has `about` for `--help`, a `title` for its table, `measure` for its rows, and `ratiosOf` them.
 */
export const sections = {
  call,
  stub,
  load,
  scale,
  wire,
  fixtures,
  services,
  application,
  tables,
  resource,
  facade,
};
