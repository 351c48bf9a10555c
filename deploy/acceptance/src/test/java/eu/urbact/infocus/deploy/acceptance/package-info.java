/**
 * The whole platform, started by {@code deploy/up} on ports and data of its own, and used as people and systems use it: pages in a real
 * browser, public and admin APIs with real tokens, real topics, real mails. What one service does by itself is tested in that service.
 */
package eu.urbact.infocus.deploy.acceptance;
