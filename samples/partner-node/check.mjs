// node check.mjs [--schemas DIR] [--type NAME] DIR|FILE
// One JSON line for each thing wrong: {"file","line","pointer","keyword"}; a summary on standard error.
// Exit code: 0 all good, 1 some records refused, 2 unusable input or arguments.
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadSchemas, typeOf, verdicts } from './schemas.mjs';

function options(args) {
  const result = {};
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--schemas' || args[i] === '--type') result[args[i].slice(2)] = args[++i];
    else if (result.target === undefined && !args[i].startsWith('--')) result.target = args[i];
    else throw new Error(`unexpected argument ${args[i]}`);
  }
  if (!result.target) throw new Error('usage: node check.mjs [--schemas DIR] [--type NAME] DIR|FILE');
  return result;
}

async function checkFile(file, validate) {
  const result = { accepted: 0, refused: 0 };
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line++;
    if (text.trim() === '') continue;
    let wrong;
    try {
      wrong = verdicts(validate, JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      wrong = [{ pointer: '', keyword: 'json' }];
    }
    for (const verdict of wrong) console.log(JSON.stringify({ file: basename(file), line, ...verdict }));
    if (wrong.length === 0) result.accepted++;
    else result.refused++;
  }
  return result;
}

try {
  const { target, schemas, type } = options(process.argv.slice(2));
  const isDirectory = statSync(target).isDirectory();
  const directory = isDirectory ? target : dirname(target);
  const validators = loadSchemas(schemas ?? directory);
  // Issue files are written beside documents and are none themselves.
  const files = isDirectory
    ? readdirSync(target).filter((name) => name.endsWith('.ndjson') && name !== 'issues.ndjson').sort().map((name) => join(target, name))
    : [target];
  if (files.length === 0) throw new Error('no .ndjson file there');
  let refused = 0;
  for (const file of files) {
    const name = type ?? typeOf(file, directory);
    const validate = validators.get(name);
    if (!validate) throw new Error(`no schema for ${basename(file)}; name its type with --type`);
    const result = await checkFile(file, validate);
    refused += result.refused;
    console.error(`${basename(file)}: ${result.accepted} accepted, ${result.refused} refused (${name})`);
  }
  process.exitCode = refused === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
