/**
 * What every page shares: the frame around it, who is looking at it, the names that templates may use, and what forms have in common:
 * how they are read, shown again and left. No page of its own apart from the one for a personal link that opens nothing, and the error
 * pages below it.
 */
package eu.urbact.infocus.portal.shell;
