import { withServices } from "../ui/service-choice.js";
import { serviceLayer } from "./service-layer.js";
export { serviceLayer, withServices };
