/**
 * Bringing reference data into the directory: organisers upload a file, and see line by line what became of it or what is wrong in it.
 */
package eu.urbact.infocus.portal.referencedata;
