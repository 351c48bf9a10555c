/**
 * Answers that need not be sent again. The directory changes a few times a month and is read all day; one revision number
 * for all of it lets every reader ask "anything new?" for the price of one small query.
 */
package eu.urbact.infocus.directory.caching;
