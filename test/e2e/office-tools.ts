import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Programs of the machine, where it has them: no packages of ours. */
const TOOLS = { office: 'soffice', text: 'pdftotext' } as const;

/** The pages of each DOCX as LibreOffice lays them out, without blanks; null where the machine has no LibreOffice. */
export function pagesOf(paths: readonly string[]): readonly (readonly string[])[] | null {
  const dir = mkdtempSync(join(tmpdir(), 'fengsui-docx-'));
  try {
    const home = `-env:UserInstallation=file://${dir}/profile`;
    const to = ['--convert-to', 'pdf', '--outdir', dir];
    execFileSync(TOOLS.office, [home, '--headless', ...to, ...paths], { timeout: 90_000, stdio: 'pipe' });
    return paths.map((path) => {
      const pdf = join(dir, `${basename(path, '.docx')}.pdf`);
      const text = execFileSync(TOOLS.text, ['-layout', pdf, '-']).toString();
      // A form feed ends each page.
      return text.split('\f').slice(0, -1).map(plain);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The pages of a PDF as text, without blanks; null where the machine has no pdftotext. */
export function pdfPages(pdf: Uint8Array): readonly string[] | null {
  try {
    const text = execFileSync(TOOLS.text, ['-layout', '-', '-'], { input: pdf, timeout: 30_000, stdio: 'pipe' });
    // A form feed ends each page. Some fonts draw a character by its radical: both mean the same.
    return text
      .toString()
      .split('\f')
      .slice(0, -1)
      .map((page) => plain(page).normalize('NFKC'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Without blanks: a layout breaks lines where it likes. */
export function plain(text: string): string {
  return text.replace(/[\s\u00a0]/g, '');
}
