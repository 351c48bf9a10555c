/** Entity tags made of the directory's revision. */
package eu.urbact.infocus.directory.revision.rest;
