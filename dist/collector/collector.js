export { t as collectorPlugin, n as createCollector } from "./shared.js";
