/**
 * The directory as open data, in the formats that others read: RDF (SKOS for the taxonomies, W3C ORG and schema.org for the
 * clusters, concepts for the RIS3 priorities, a DCAT-AP catalogue), GeoJSON, and CSV in the columns of the European Cluster
 * Collaboration Platform; levers and related terms as a table; and the file with the numbers of the matching model. Only what the
 * directory's public pages show goes in: no person is named in any of it.
 */
package eu.urbact.infocus.directory.opendata;
