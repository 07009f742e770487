/** Hands a file to the browser. */
export function save(document: Document, name: string, type: string, bytes: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A revoked address cuts a slow download short.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
