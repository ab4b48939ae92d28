const RELATIVE = /^import (type )?\{([^}]*)\} from '\.\.\/\.\.\/\.\.\/([^']*)';\n/gm;

/** A file of `sluice new`'s template as the package has it: what it imports of the library comes from the package. */
export function importFromPackage(text: string): string {
  const names = new Map<string, string[]>();
  const rest = text.replaceAll(RELATIVE, (_line, type: string | undefined, list: string, path: string) => {
    const from = path.startsWith('testing/') ? 'sluice/testing' : 'sluice';
    const added = list.split(',').map((name) => `${type ?? ''}${name.trim()}`);
    names.set(from, [...(names.get(from) ?? []), ...added]);
    return '';
  });
  const lines = [...names].map(([from, of]) => importLine(of, from));
  return afterPackages(rest, lines.join(''));
}

/** As the formatter breaks lines. */
function importLine(names: readonly string[], from: string): string {
  const line = `import { ${names.join(', ')} } from '${from}';\n`;
  if (line.length <= 121) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}

/** Behind imports of other packages, which `vitest` is. */
function afterPackages(text: string, lines: string): string {
  const end = /^(?:import .* from '[^.][^']*';\n)*/.exec(text)![0].length;
  return text.slice(0, end) + lines + text.slice(end);
}
