/** Colours of a picture that stands alone, by role. Each is used for one role, so that a rule can find it again. */
const roles: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  strong: ['#17557a', '#86bfe4'],
  context: ['#6b7076', '#979da3'],
  text: ['#3d4248', '#c6cacd'],
  grid: ['#e3e4df', '#2c3136'],
  paper: ['#ffffff', '#15181b'],
  'mark-2': ['#14394f', '#d9ecf8'],
  'mark-2-text': ['#fffffe', '#10161a'],
  'mark-3': ['#4a7f9e', '#86b4d1'],
  'mark-3-text': ['#fffffd', '#10161b'],
  'mark-4': ['#a9c9db', '#3f6983'],
  'mark-4-text': ['#16191c', '#ffffff'],
  'mark-5': ['#e2edf3', '#253844'],
  'mark-5-text': ['#16191d', '#fffffe'],
  ink: ['#1c2024', '#e8e7e2'],
};

/** The colours of titles and notes. */
export const ink = { title: '#1c2024', text: '#3d4248', paper: '#ffffff' } as const;

/**
 * The page's variables as plain colours: outside a browser nobody knows variables, and a picture in them would be black.
 */
export const plainColours = (svg: string): string =>
  svg.replace(
    /var\(--chart-([\w-]+), (#[0-9a-f]{6})\)/g,
    (_, role: string, fallback: string) => roles[role]?.[0] ?? fallback,
  );

/** The rules that turn the plain colours dark where the page around the picture is. */
export const darkRules: string = `@media (prefers-color-scheme:dark){${Object.values(roles)
  .map(([light, dark]) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`)
  .join('')}}`;
