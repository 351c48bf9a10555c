/**
 * Clusters' profiles in the hands of their city: a list with what is to do, an editor in short pages, preview, history, offers and
 * needs; and the organisers' review of what was submitted.
 */
package eu.urbact.infocus.portal.profiles;
