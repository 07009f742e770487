/** Road maps: what is wrong and what to do. */
export const roadmapFaultsEn = {
  'unknown-roadmap': {
    fault: 'there is no road map "{id}" in data/roadmaps',
    remedy: 'there are: {known}; mend the list "roadmaps" of dataset.json, or leave it out to take all',
  },
  'period-reversed': {
    fault: 'an activity ends before it starts',
    remedy: 'correct the days of start and end in the source file',
  },
  'no-roadmap-table': {
    fault: 'the document has no table of a road map (tables: {tables})',
    remedy:
      'a table with a header such as "Мероприятие", "Срок", "Ответственный" is needed; a picture of a table cannot be read: type it or paste it into Excel',
  },
  'old-document': {
    fault: 'this is a document of old Word (.doc)',
    remedy: 'open it and save it as "Word document (.docx)"; renaming is not enough',
  },
  'encrypted-document': {
    fault: 'the document has a password',
    remedy: 'remove it: File → Info → Protect Document → Encrypt with Password, clear it and save',
  },
  'not-a-document': {
    fault: 'this is not a Word document (.docx)',
    remedy: 'open the file in Word or LibreOffice and save it as "Word document (.docx)"',
  },
  'damaged-document': {
    fault: 'the document is damaged or unusual ({message})',
    remedy: 'copy it again, or open it in Word and save it under another name',
  },
  'document-too-large': {
    fault: 'the document is too large once unpacked ({message}): archive bombs are made like this',
    remedy: 'if the file is yours, move the table to a new document; otherwise do not open it',
  },
};
