/**
 * What the portal's tests need around the portal: the four services and Keycloak as small HTTP servers that answer what a test wants,
 * including not at all, and a browser without a screen. The real ones are used in {@code deploy/acceptance}.
 */
package eu.urbact.infocus.portal.testing;
