import ts from 'typescript';

/**
 * The rules of the source tree, as a function of its files: architecture.test.ts runs it on src/, and on small
 * trees with a planted fault, so that each rule is seen to fail.
 */

/** Left to right as data flows: a file imports from its own folder and from those further left. */
const flow: readonly (readonly string[])[] = [
  ['base'],
  ['stats'],
  ['observations'],
  ['panel'],
  ['indicators'],
  ['detectors'],
  ['signals'],
  ['levels'],
  ['outlook'],
  ['backtest', 'response'],
  ['briefing'],
  ['assess.ts'],
  ['advance.ts'],
  ['charts', 'platform'],
  ['publish'],
  ['store'],
  ['views'],
  ['app'],
];
const rank = new Map(flow.flatMap((places, index) => places.map((place) => [place, index] as const)));
const lastPure = rank.get('advance.ts')!;

/** Who may import a package at run time. `zod` may be used anywhere; one that is not here may be used nowhere. */
const users: Readonly<Record<string, RegExp>> = {
  zod: /./,
  'simple-statistics': /^stats\//,
  docx: /^briefing\/(docx|out\/)/,
  pptxgenjs: /^briefing\/out\//,
  fflate: /^(briefing|publish)\//,
  echarts: /^charts\/(Chart\.tsx|(register|render)[\w-]*\.tsx?)$/,
  'echarts-for-react': /^charts\/(Chart\.tsx|register[\w-]*\.tsx?)$/,
  react: /^(charts\/Chart\.tsx|(store|views|app)\/.*)$/,
  'react-dom': /^(views|app)\//,
  '@tanstack/react-virtual': /^views\//,
  zustand: /^(store|views|app)\//,
  wouter: /^(platform|store|views|app)\//,
  hucre: /^(observations\/forms\/workbook|briefing\/out\/)/,
  idb: /^platform\//,
  msw: /^(platform|app)\//,
  node: /^cli\//,
};

/** In a pure folder the clock, chance and the browser are handed in. */
const impure: Readonly<Record<string, string>> = {
  window: 'browser globals belong to platform/ (a stretch of time is a `span` or `months`)',
  document: 'browser globals belong to platform/ (a text document is a `model` or `pages`)',
  localStorage: 'storage belongs to platform/',
  fetch: 'fetching belongs to platform/; take the bytes as an argument',
  'Date.now': 'take the day as an argument',
  'new Date': 'reckon with base/period, and take the day as an argument',
  'Math.random': 'take a seeded generator as an argument',
};

const maxLines = 500;

interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

/** Paths relative to src/, with their text. Returns one sentence per fault: where, what, and the remedy. */
export function faults(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const edges = new Map<string, string[]>();
  for (const [path, text] of files) {
    found.push(...namingFaults(path));
    if (!/\.tsx?$/.test(path)) continue;
    const lines = text.split('\n').length;
    if (lines > maxLines)
      found.push(`src/${path}: ${lines} lines, at most ${maxLines}: split it by what it does, or move data to .json`);
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const targets: string[] = [];
    for (const entry of importsOf(source)) {
      const where = `src/${path}:${entry.line} imports '${entry.specifier}'`;
      if (!entry.specifier.startsWith('.')) {
        found.push(...packageFaults(path, entry).map((fault) => `${where}: ${fault}`));
        continue;
      }
      const target = resolve(path, entry.specifier, files);
      if (target === null) found.push(`${where}: no such file`);
      else if (target.startsWith('../'))
        found.push(...outsideFaults(path, target, entry).map((fault) => `${where}: ${fault}`));
      else {
        targets.push(target);
        found.push(...directionFaults(path, target).map((fault) => `${where}: ${fault}`));
      }
    }
    edges.set(path, targets);
    if (isPure(path)) found.push(...purityFaults(source).map((fault) => `src/${path}:${fault}`));
  }
  return [...found, ...cycles(edges)];
}

const placeOf = (path: string) => path.split('/')[0]!;

function isPure(path: string): boolean {
  if (path.startsWith('charts/')) return !users.echarts!.test(path);
  return (rank.get(placeOf(path)) ?? Infinity) <= lastPure;
}

function namingFaults(path: string): string[] {
  const name = path.split('/').at(-1)!;
  const found: string[] = [];
  if (placeOf(path) !== 'cli' && !rank.has(placeOf(path)))
    found.push(
      `src/${path}: '${placeOf(path)}' is no known place; use one of ${[...rank.keys(), 'cli'].join(', ')}, or add it to test/architecture.ts and README.md`,
    );
  if (/^index\.tsx?$/.test(name))
    found.push(`src/${path}: no index files; name the file by what it holds and import it directly`);
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[A-Za-z0-9-]+)+$/;
  if (!kebab.test(name) && !/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name))
    found.push(`src/${path}: file names are kebab-case, React components PascalCase.tsx`);
  return found;
}

function directionFaults(path: string, target: string): string[] {
  const [from, to] = [placeOf(path), placeOf(target)];
  if (from === to) return [];
  const [fromRank, toRank] = [rank.get(from), rank.get(to)];
  if (from === 'cli') {
    // Charts are drawn without a page, too: for the HTML of a briefing.
    if (toRank !== undefined && (toRank <= lastPure || to === 'charts')) return [];
    return ['cli/ uses the pure folders and charts/ only; move what both need into one of them'];
  }
  if (to === 'cli') return ['nothing imports cli/; move what both need to the left'];
  if (fromRank === undefined || toRank === undefined || toRank < fromRank) return [];
  return [
    `${from} may not import ${to} (${flow.map((places) => places.join('|')).join(' ← ')}): hand it in as an argument, or move the shared part to the left`,
  ];
}

function packageFaults(path: string, { specifier, typeOnly }: Import): string[] {
  const name = specifier.startsWith('node:')
    ? 'node'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
  const allowed = users[name];
  if (!allowed)
    return [
      `'${name}' is not a package of the product; add it to test/architecture.ts and docs/decisions/dependencies.md`,
    ];
  if (allowed.test(path)) return [];
  if (typeOnly && name === 'echarts' && path.startsWith('charts/')) return [];
  return [`'${name}' is used by ${allowed.source} only; go through a file there, or hand the value in`];
}

function outsideFaults(path: string, target: string, { dynamic }: Import): string[] {
  if (!target.startsWith('../mock-data/'))
    return ['src/ stands alone; move the file into src/, or fetch it from public/'];
  if (dynamic && /^(app|platform)\//.test(path)) return [];
  return ['the demonstration is loaded by import() in app/ or platform/ only, so that it never gets into a first load'];
}

/** Static, type-only and dynamic imports, re-exports, and `new URL('…', import.meta.url)` of workers and assets. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean, dynamic: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    found.push({ specifier: node.text.replace(/\?.*$/, ''), line: lineOf(source, node), typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false, false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false, true);
    else if (
      ts.isNewExpression(node) &&
      node.expression.getText() === 'URL' &&
      node.arguments?.[1]?.getText() === 'import.meta.url'
    )
      add(node.arguments[0], false, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function purityFaults(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const add = (node: ts.Node, what: string) => found.push(`${lineOf(source, node)} uses ${what}: ${impure[what]}`);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && Object.hasOwn(impure, node.getText())) add(node, node.getText());
    else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date')
      add(node, 'new Date');
    else if (ts.isIdentifier(node) && Object.hasOwn(impure, node.text) && !isMemberName(node)) add(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `feed.document` and `{ document: … }` name a member, not the global. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node && parent.expression.getText() !== 'globalThis') ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
      parent.name === node)
  );
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** The file that a relative import means; '../…' for one outside src/; null when there is none inside. */
function resolve(path: string, specifier: string, files: ReadonlyMap<string, string>): string | null {
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const full = parts.join('/');
  if (full.startsWith('../')) return full;
  return [full, `${full}.ts`, `${full}.tsx`].find((candidate) => files.has(candidate)) ?? null;
}

/** Each cycle once, from the file where the walk first met it. */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const round = [...trail.slice(start), path].map((file) => `src/${file}`).join(' → ');
      found.push(`cycle ${round}: move what they share into a file that both import`);
    }
    if (start >= 0 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}

/** Names in the first column of the table under "Map of the source" / 源码地图; null without such a heading. */
export function sourceMap(readme: string): string[] | null {
  const section = readme.split(/^#+ .*(?:Map of the source|源码地图).*$/m)[1]?.split(/^#+ /m)[0];
  if (section === undefined) return null;
  return [...section.matchAll(/^\|\s*`(?:src\/)?([\w.-]+?)\/?`/gm)].map((match) => match[1]!);
}
