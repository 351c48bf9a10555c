/**
 * Profiles of clusters, written by the people of their city: several editors, one review, a question on the city's own page, once a year,
 * whether it is still correct, and a history of who changed what. What is not published yet is nobody else's business; what is published takes
 * the way of every cluster into the directory, so that search, events and revision stay right.
 */
package eu.urbact.infocus.directory.profile;
