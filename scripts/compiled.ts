import { enableCompileCache } from 'node:module';

/** Imported before a command: its modules, stripped of types, are kept for the next run, which starts 0.2 s sooner. */
enableCompileCache();
