import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Converts a file beside itself; `format` as LibreOffice names it. @throws Error with what it said */
export function convert(path: string, format: string): void {
  const folder = dirname(path);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const { status, stderr, stdout } = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', format, '--outdir', folder, path],
    { encoding: 'utf8' },
  );
  const extension = format.split(':')[0] ?? format;
  // It ends well even where it has written nothing.
  if (status !== 0 || !existsSync(path.replace(/\.\w+$/, `.${extension}`)))
    throw new Error(`not converted: ${stdout}${stderr}`);
}

/** LibreOffice may be there without its Writer: only a conversion tells. */
function works(): boolean {
  if (spawnSync('soffice', ['--version']).status !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-office-'));
  try {
    const path = join(folder, 'probe.txt');
    writeFileSync(path, 'probe');
    convert(path, 'docx');
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** True where documents can be opened in LibreOffice Writer. */
export const office = works();
if (!office) console.warn('LibreOffice Writer is not installed: documents are checked as XML only');
