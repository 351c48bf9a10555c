/**
 * One shape for everything that goes wrong in an API: RFC 9457 problem details with a stable type, and the
 * fields it is about.
 */
package eu.urbact.infocus.chassis.problem;
