CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (a integer);
CREATE TABLE u (a integer) USING other;
