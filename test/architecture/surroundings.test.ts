import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** What makes the bytes of artifacts. */
const MAKERS = ['src/data', 'src/models', 'src/artifacts', 'src/steps', 'src/tracking/gate', 'pipelines'];
/** What differs between two processes: clock, chance, host, user, folder and language. */
const SURROUNDINGS = [
  /\bDate\.now\b/,
  /new Date\(\)/,
  /\bperformance\b/,
  /\bMath\.random\b/,
  /\brandom(UUID|Bytes|Int)\b/,
  /\bprocess\.(env|pid|cwd|hrtime|uptime|platform|arch|argv)\b/,
  /\b(hostname|userInfo|homedir|availableParallelism)\b/,
  /\btoLocale|\blocaleCompare\b|\bIntl\b/,
  /\.get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/,
];
/** Cuts a file for the processors there are: what is read does not depend on the cuts, which is tested. */
const CUTS = 'src/data/csv/parallel/division.ts';

it('nothing that makes the bytes of artifacts looks at clock, chance, host, user, folder or language', () => {
  const files = MAKERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const looking = files.flatMap((file) =>
    SURROUNDINGS.filter((look) => look.test(readFileSync(join(root, file), 'utf8'))).map((look) => `${file}: ${look}`),
  );

  expect(files.length).toBeGreaterThan(150);
  expect(looking.filter((found) => !found.startsWith(CUTS))).toEqual([]);
});
