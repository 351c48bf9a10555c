/**
 * What every page shares: the frame around it, who is looking at it, the names that templates may use, what a reader accepts, and what forms have in common:
 * how they are read, shown again and left. No page of its own apart from those for a personal link that opens nothing and for a cluster
 * that was taken out of the directory, and the error pages below it.
 */
package eu.urbact.infocus.portal.shell;
