/**
 * The cluster directory: a list that can be narrowed by facets, and one profile per cluster with the source of every statement.
 */
package eu.urbact.infocus.portal.clusters;
