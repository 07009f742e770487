// In order: 'text', "name", -- comment, /* comment */, the end of a statement, anything else.
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'";]/g;

/** Splits a script at its semicolons: the WASM engine's `send()` takes one statement at a time. */
export function statements(script: string): string[] {
  const found = [''];
  for (const [part] of script.matchAll(token)) {
    if (part === ';') found.push('');
    else if (!/^(--|\/\*)/.test(part)) found[found.length - 1] += part;
    else found[found.length - 1] += ' ';
  }
  return found.map((statement) => statement.trim()).filter((statement) => statement !== '');
}
