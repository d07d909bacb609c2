/** The readers of workbooks alone: imported by name, so that the library's writers stay out of the build. */
export { readOds } from 'hucre/ods';
export { readXls, readXlsx } from 'hucre/xlsx';
