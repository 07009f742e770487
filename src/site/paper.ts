const svgNamespace = 'http://www.w3.org/2000/svg';
const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&#160;',
};
const escaped = (text: string): string => text.replace(/[&<>"\u00a0]/g, (sign) => signs[sign] ?? sign);

/** A piece of text in a drawing. */
class Words {
  parentNode: Sheet | null = null;
  readonly textContent: string;

  constructor(text: string) {
    this.textContent = text;
  }

  get outerHTML(): string {
    return escaped(this.textContent);
  }
}

/** An SVG element with only what Plot and the charts ask of one. */
class Sheet {
  readonly namespaceURI = svgNamespace;
  readonly childNodes: (Sheet | Words)[] = [];
  parentNode: Sheet | null = null;
  readonly ownerDocument: object;
  readonly tagName: string;
  readonly #attributes = new Map<string, string>();

  constructor(ownerDocument: object, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.tagName = tagName;
  }

  get children(): Sheet[] {
    return this.childNodes.filter((child) => child instanceof Sheet);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  setAttributeNS(_: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  appendChild<T extends Sheet | Words>(child: T): T {
    return this.insertBefore(child, null);
  }

  append(...children: (Sheet | Words | string)[]): void {
    for (const child of children) this.appendChild(typeof child === 'string' ? new Words(child) : child);
  }

  insertBefore<T extends Sheet | Words>(child: T, next: Sheet | Words | null): T {
    child.parentNode?.removeChild(child);
    const at = next ? this.childNodes.indexOf(next) : -1;
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: Sheet | Words): void {
    const at = this.childNodes.indexOf(child);
    if (at >= 0) this.childNodes.splice(at, 1);
    child.parentNode = null;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join('');
  }

  set textContent(text: string) {
    this.childNodes.length = 0;
    if (text !== '') this.append(String(text));
  }

  get outerHTML(): string {
    let attributes = '';
    for (const [name, value] of this.#attributes) attributes += ` ${name}="${escaped(value)}"`;
    const inner = this.childNodes.map((child) => child.outerHTML).join('');
    return `<${this.tagName}${attributes}${inner === '' ? ' />' : `>${inner}</${this.tagName}>`}`;
  }
}

/**
 * A document for drawing SVG at build and nothing else: no styles, events or selectors. A full one spends more time on
 * its nodes, each a target of events, than Plot spends on the chart.
 */
class Paper {
  readonly documentElement = new Sheet(this, 'svg');
  readonly defaultView = null;

  createElementNS(_: string, name: string): Sheet {
    return new Sheet(this, name);
  }

  createElement(name: string): Sheet {
    return new Sheet(this, name);
  }

  createTextNode(text: string): Words {
    return new Words(text);
  }
}

/** One document, shared by every chart of every page. */
export const paper = new Paper() as unknown as Document;
