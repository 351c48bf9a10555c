/**
 * The language in which cities, regions and clusters are described: the taxonomies (NACE, competences, industrial
 * ecosystems, objectives), the tags that use them, and the provenance that every tag carries. A statement about a cluster
 * is worth little when nobody can see who says so, since when, and how sure it is.
 */
package eu.urbact.infocus.directory.reference;
