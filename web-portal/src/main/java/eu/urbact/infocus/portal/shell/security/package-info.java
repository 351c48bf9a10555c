/**
 * Who is signed in. The portal is the only part of the platform that has a browser in front of it, so the tokens of Keycloak end
 * here: they stay in this process, and the browser holds a random key. What pages of other sites send comes no further.
 */
package eu.urbact.infocus.portal.shell.security;
