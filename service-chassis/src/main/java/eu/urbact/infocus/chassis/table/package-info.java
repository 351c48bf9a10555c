/**
 * Tables that people open in a spreadsheet program: CSV and XLSX, written row by row, with cells that no program takes for a formula;
 * and CSV read back, with the line of everything that is wrong.
 */
package eu.urbact.infocus.chassis.table;
