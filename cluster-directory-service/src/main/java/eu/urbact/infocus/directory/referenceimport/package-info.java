/**
 * Bringing reference data in. A file is read strictly - what is not understood is an error, with line and column - and takes
 * effect completely or not at all. Bringing the same file in again changes nothing and tells nobody anything.
 */
package eu.urbact.infocus.directory.referenceimport;
