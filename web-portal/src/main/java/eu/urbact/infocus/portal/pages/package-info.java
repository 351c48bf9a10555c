/**
 * Pages that are text: the network, accessibility, privacy, legal notice.
 */
package eu.urbact.infocus.portal.pages;
