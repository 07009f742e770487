import type { workbookFaultsRu } from '../ru/workbook-faults.ts';

/** Excel workbooks: what is wrong and what to do. */
export const workbookFaultsEn: Record<keyof typeof workbookFaultsRu, { fault: string; remedy: string }> = {
  'old-xls': {
    fault: 'this is a workbook of old Excel (.xls)',
    remedy: 'open it and save it as Excel Workbook (.xlsx) or CSV UTF-8; renaming is not enough',
  },
  'encrypted-workbook': {
    fault: 'the workbook has a password',
    remedy: 'remove it: File, Info, Protect Workbook, Encrypt with Password, clear it and save',
  },
  'xlsb-workbook': {
    fault: 'this is a binary Excel workbook (.xlsb)',
    remedy: 'save it as Excel Workbook (.xlsx)',
  },
  'ods-workbook': {
    fault: 'this is an OpenDocument workbook (.ods)',
    remedy: 'save it as Excel 2007–365 (.xlsx) or CSV UTF-8',
  },
  'text-not-workbook': {
    fault: 'this is text ({encoding}) and not an Excel workbook',
    remedy: 'set "format": "csv" in the profile and name the file .csv',
  },
  'workbook-not-text': {
    fault: 'this is an Excel workbook and not text',
    remedy: 'set "format": "xlsx" in the profile or save the sheet as CSV UTF-8',
  },
  'not-a-workbook': {
    fault: 'this is not an Excel workbook (it looks like {format})',
    remedy: 'open the file in Excel or LibreOffice and save it as Excel Workbook (.xlsx)',
  },
  'damaged-zip': {
    fault: 'the file is damaged or was not copied whole ({message})',
    remedy: 'copy or export it again',
  },
  'unsafe-zip-entry': {
    fault: 'the workbook contains a file with a name that is not allowed: {entry}',
    remedy: 'do not open this file and ask its sender for it again: Excel makes no such names',
  },
  'duplicate-zip-entry': {
    fault: 'the workbook contains {entry} twice: it is not clear which to believe',
    remedy: 'open the workbook in Excel and save it again',
  },
  'zip-too-many-entries': {
    fault: 'the workbook contains {n} files, {limit} are allowed',
    remedy: 'leave only the sheet with the data in the workbook and save it again',
  },
  'zip-entry-too-large': {
    fault: 'part {entry} of the workbook inflates to {n} bytes, {limit} are allowed',
    remedy: 'split the table into several workbooks or save the sheet as CSV UTF-8',
  },
  'zip-total-too-large': {
    fault: 'the workbook inflates to more than {limit} bytes',
    remedy: 'split it into several workbooks or save the sheet as CSV UTF-8',
  },
  'zip-ratio': {
    fault: 'part {entry} of the workbook is compressed {n} times, {limit} are allowed: zip bombs are made so',
    remedy:
      'if the file is yours, delete empty formatted rows or save the sheet as CSV UTF-8; else do not open it',
  },
  'damaged-xlsx': {
    fault: 'the workbook is damaged: {part} ({message})',
    remedy: 'open it in Excel, let it repair the file, check the data and save it again',
  },
  'xlsx-doctype': {
    fault: 'part {part} of the workbook has a DOCTYPE, which Excel workbooks never have',
    remedy: 'do not open this file and ask its sender for it again',
  },
  'unknown-sheet': {
    fault: 'the workbook has no sheet "{sheet}"; it has: {known}',
    remedy: 'mend sheet in the profile or choose another profile for this file',
  },
  'sheet-not-named': {
    fault: 'the workbook has several sheets with data: {known}',
    remedy: 'name one of them in sheet of the profile; make separate inputs for the others',
  },
  'empty-sheet': {
    fault: 'sheet "{sheet}" has no value at all',
    remedy: 'check sheet in the profile or export the file again',
  },
  'cell-too-long': {
    fault: 'the cell has more than {limit} characters, which not even Excel can hold',
    remedy: 'check whether rows of the table have run together, and export the file again',
  },
  'row-too-long': {
    fault: 'the row has more than {limit} characters',
    remedy: 'delete columns with long texts from the table',
  },
  'too-many-sheet-rows': {
    fault: 'there are more than {limit} rows, which not even Excel can hold',
    remedy: 'split the table into several files or save it as CSV UTF-8',
  },
  'too-many-sheet-columns': {
    fault: 'there are more than {limit} columns, which not even Excel can hold',
    remedy: 'check whether rows and columns were swapped, and export the file again',
  },
  'too-many-strings': {
    fault: 'the workbook has more than {limit} different texts',
    remedy: 'split it into several workbooks or save the sheet as CSV UTF-8',
  },
  'sheet-too-large': {
    fault: 'the sheet as text takes more than {limit} bytes',
    remedy:
      'delete stray values far to the right of the table and columns with long texts, or split the table',
  },
};
