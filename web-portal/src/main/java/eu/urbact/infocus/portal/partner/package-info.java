/**
 * A partner city's view of the people who applied for its reserved places. It sees its own people only; the services make sure of it.
 */
package eu.urbact.infocus.portal.partner;
