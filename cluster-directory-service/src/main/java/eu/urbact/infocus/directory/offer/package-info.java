/**
 * What clusters offer to others and what they look for. A notice without an end is soon not true any more, so each one says until
 * when it holds, a year at most; the day after it is gone from every public answer, and its city may renew it.
 */
package eu.urbact.infocus.directory.offer;
