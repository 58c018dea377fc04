// node check-broken.mjs SCHEMAS [BROKEN]
// Holds ajv against broken/expected.json and tells, as JSON lines, every file whose verdict is another one. Exit code 0 or 1.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSchemas, verdicts } from './schemas.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const validators = loadSchemas(process.argv[2] ?? join(here, '../../docs/exchange/schema/v1'));
const broken = process.argv[3] ?? join(here, 'broken');
let differing = 0;
for (const { file, type, pointer, keyword } of JSON.parse(readFileSync(join(broken, 'expected.json'), 'utf8'))) {
  const found = verdicts(validators.get(type), JSON.parse(readFileSync(join(broken, file), 'utf8')));
  if (found.length !== 1 || found[0].pointer !== pointer || found[0].keyword !== keyword) {
    differing++;
    console.log(JSON.stringify({ file, expected: { pointer, keyword }, found }));
  }
}
console.error(differing === 0 ? 'all as expected' : `${differing} differ`);
process.exitCode = differing === 0 ? 0 : 1;
