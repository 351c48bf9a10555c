/**
 * One number that counts the changes of the whole directory. It changes a few times a month and is read all day; with one
 * revision for all of it every reader can ask "anything new?" for the price of one small query, and writers of reference
 * data stand in line.
 */
package eu.urbact.infocus.directory.revision;
