dispatchEvent(new CustomEvent('gate-run', { detail: `module ${import.meta.url.split('?')[1]}` }));
export {};
