import { ownPrefix } from './copies.ts';

/** The worker of a site that has withdrawn it: it takes the place of the earlier one, removes all copies and itself. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
declare const self: {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
};

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const prefix = ownPrefix(self.registration.scope);
      const own = (await caches.keys()).filter((name) => name.startsWith(prefix));
      await Promise.all(own.map((name) => caches.delete(name)));
      await self.registration.unregister();
    })(),
  );
});
