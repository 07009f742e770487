import type { Language } from '../contract/vocabulary.ts';
import { auditEn } from './en/audit.ts';
import { auditRu } from './ru/audit.ts';

export type AuditWords = typeof auditRu;

/** The words of the disclosure audit. */
export const auditWords = (lang: Language): AuditWords => (lang === 'ru' ? auditRu : auditEn);
