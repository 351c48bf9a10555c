/**
 * The programme of a workshop: a draft that organisers work on, the numbered versions that were released from it and
 * never change again, the rules a programme must keep, and who may see which of its items.
 */
package eu.urbact.infocus.event.programme;
