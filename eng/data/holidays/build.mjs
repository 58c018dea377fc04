// Writes src/NewCitizen.Core/Calendars/Data/holidays-YYYY.json from notices.json and compares every year with the
// published table of chinese-days. Run again with: npm ci && node build.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
if (read('node_modules/chinese-days/package.json').license !== 'MIT') throw new Error('chinese-days: licence changed');

const english = {
  元旦: "New Year's Day", 春节: 'Spring Festival', 清明节: 'Tomb-Sweeping Day', 劳动节: 'Labour Day', 端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival', 国庆节: 'National Day', '国庆节、中秋节': 'National Day and Mid-Autumn Festival',
  '中秋节、国庆节': 'Mid-Autumn Festival and National Day', '元旦（2023年）': "New Year's Day (2023)",
};

const days = (first, last) => {
  const out = [];
  for (let t = Date.parse(first); t <= Date.parse(last); t += 86_400_000) out.push(new Date(t).toISOString().slice(0, 10));
  return out;
};

for (const { year, notices, off, work } of read('notices.json').years) {
  const holidays = Object.entries(off).map(([name, range]) => {
    const [first, last = first] = range.split('..');
    return { name, englishName: english[name], first: `${year}-${first}`, last: `${year}-${last}` };
  });
  const makeUpWorkdays = work.map((day) => `${year}-${day}`);

  const published = read(`node_modules/chinese-days/dist/years/${year}.json`);
  const ours = holidays.flatMap(({ first, last }) => days(first, last));
  const differ = (a, b) => JSON.stringify([...a].sort()) !== JSON.stringify([...b].sort());
  if (differ(ours, Object.keys(published.holidays))) throw new Error(`${year}: days off differ from chinese-days`);
  if (differ(makeUpWorkdays, Object.keys(published.workdays))) throw new Error(`${year}: make-up workdays differ from chinese-days`);

  const file = {
    year,
    notices: notices.map(([number, title, date]) => ({ number, title, date })),
    holidays,
    makeUpWorkdays,
  };
  writeFileSync(new URL(`../../../src/NewCitizen.Core/Calendars/Data/holidays-${year}.json`, import.meta.url), JSON.stringify(file, null, 2) + '\n');
  console.log(year, ours.length, 'days off', makeUpWorkdays.length, 'make-up workdays');
}
