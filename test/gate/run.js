// A tag of the page: says under which name it runs, and as what.
dispatchEvent(new CustomEvent('gate-run', { detail: document.currentScript.dataset.name }));
