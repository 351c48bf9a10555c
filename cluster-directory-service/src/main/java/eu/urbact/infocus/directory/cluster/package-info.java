/**
 * Clusters: what each does, is good at, serves and wants, and finding the right ones among many - by words in any spelling,
 * and by facets that always say how many a further choice would leave.
 */
package eu.urbact.infocus.directory.cluster;
