/**
 * The four services as the portal sees them: typed clients, the part of their answers that pages need, and one way to say that a
 * service was not there. Nothing is kept here beyond one request.
 */
package eu.urbact.infocus.portal.shell.services;
