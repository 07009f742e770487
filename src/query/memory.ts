/**
 * How much memory the engine may take on this device: a quarter of what the browser reports, 256 MB to 1 GB.
 * @param deviceMemory `navigator.deviceMemory` in GB; only Chromium tells it
 */
export function memoryLimit(deviceMemory = 2): string {
  return `${Math.min(1024, Math.max(256, Math.round(deviceMemory * 256)))}MB`;
}
