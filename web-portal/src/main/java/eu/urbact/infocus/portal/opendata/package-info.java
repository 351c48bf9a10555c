/**
 * The open data: a page that explains it, the files under addresses that stay, and the names of concepts and clusters, which lead to a
 * page for people or to statements for machines.
 */
package eu.urbact.infocus.portal.opendata;
