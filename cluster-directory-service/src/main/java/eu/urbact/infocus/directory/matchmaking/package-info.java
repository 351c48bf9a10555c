/**
 * Who should meet whom, and why: the directory's clusters and priorities held against each other by the model of
 * {@code matching}. Every answer names the version of the model and of the data. What the shown scores of a version rest on is kept,
 * once for each, so that every one of them can still be explained when both have moved on.
 */
package eu.urbact.infocus.directory.matchmaking;
