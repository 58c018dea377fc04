// Compiles the schema files and gives verdicts in the form both sides compare: where, and which keyword failed.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;

function isDate(text) {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

function isMoment(text) {
  return isDate(text) && Number(text.slice(11, 13)) < 24 && Number(text.slice(14, 16)) < 60 && Number(text.slice(17, 19)) < 60;
}

// Of several keywords that fail on one plain value, the first of these is told.
const VALUE_KEYWORDS = ['type', 'maxLength', 'minLength', 'pattern', 'format', 'enum', 'const', 'minimum', 'maximum'];

/** Compiles every *.schema.json of a directory; the result finds a validator by document type. */
export function loadSchemas(directory) {
  const ajv = new Ajv2020({ strict: true, allErrors: true, discriminator: true, ownProperties: true });
  ajv.addVocabulary(['x-ncx']);
  ajv.addFormat('date', { type: 'string', validate: isDate });
  ajv.addFormat('date-time', { type: 'string', validate: isMoment });
  const validators = new Map();
  for (const name of readdirSync(directory).filter((entry) => entry.endsWith('.schema.json'))) {
    const schema = JSON.parse(readFileSync(join(directory, name), 'utf8'));
    validators.set(schema.title, ajv.compile(schema));
  }
  return validators;
}

/** The document type of a file: as manifest.json beside it says, else by its name. */
export function typeOf(file, directory) {
  const name = basename(file);
  const manifest = join(directory, 'manifest.json');
  if (existsSync(manifest)) {
    const part = JSON.parse(readFileSync(manifest, 'utf8')).parts.find((candidate) => candidate.name === name);
    if (part) return part.docType;
  }
  if (name.startsWith('residence-registrations')) return 'ncx.residence-registration.v1';
  if (name.startsWith('residents')) return 'ncx.resident.v1';
  return undefined;
}

/** What is wrong with a value, as {pointer, keyword}; empty if nothing is. */
export function verdicts(validate, value) {
  if (validate(value)) return [];
  const found = [];
  const plain = new Map();
  for (const error of validate.errors) {
    const verdict = { pointer: error.instancePath, keyword: error.keyword };
    const rank = VALUE_KEYWORDS.indexOf(error.keyword);
    if (rank < 0) {
      found.push(verdict);
    } else if (!plain.has(verdict.pointer) || plain.get(verdict.pointer).rank > rank) {
      plain.set(verdict.pointer, { rank, verdict });
    }
  }
  for (const { verdict } of plain.values()) found.push(verdict);
  return found;
}
