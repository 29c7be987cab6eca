import { buildTargets } from './build-targets.mjs';

const CSP_META = /<meta[^>]+http-equiv="content-security-policy"[^>]*>/gi;

/**
 * The desk's own configuration plus a way to the host.
 * @param {string} hostOrigin
 * @returns {import('vite').InlineConfig}
 */
export function devServerConfig(hostOrigin) {
  const desk = buildTargets.find((target) => target.name === 'desk');
  if (!desk) throw new Error('there is no build of the desk');
  return {
    ...desk.config,
    logLevel: 'info',
    base: '/desk/',
    plugins: [
      desk.config.plugins,
      // Hot reload needs an inline script, which the policy of the real page forbids.
      { name: 'no-csp-in-dev', transformIndexHtml: (html) => html.replace(CSP_META, '') },
    ],
    server: {
      host: '127.0.0.1',
      fs: { allow: ['../../..'] },
      proxy: {
        // Everything that is not the desk. The host checks where a request comes from.
        '^/(?!desk/|desk$)': {
          target: hostOrigin,
          ws: true,
          headers: { origin: hostOrigin },
          changeOrigin: true,
        },
      },
    },
  };
}
