<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Landslide</name>
    <message>
        <source> (95 % interval {interval})</source>
        <translation> (intervalo del 95 % de {interval})</translation>
    </message>
    <message>
        <source> (95 % interval {number} to {number2})</source>
        <translation> (intervalo del 95 % de {number} a {number2})</translation>
    </message>
    <message>
        <source> (PORE_PRESSURE is {PORE_PRESSURE})</source>
        <translation> (PORE_PRESSURE es {PORE_PRESSURE})</translation>
    </message>
    <message>
        <source> (from {cells} cells)</source>
        <translation> (de {cells} celdas)</translation>
    </message>
    <message>
        <source> (no interval)</source>
        <translation> (sin intervalo)</translation>
    </message>
    <message>
        <source> (they end {iso} to {iso2})</source>
        <translation> (terminan de {iso} a {iso2})</translation>
    </message>
    <message>
        <source> (with them: logistic {whole})</source>
        <translation> (con ellos: logística {whole})</translation>
    </message>
    <message>
        <source> ({value} % of the samples are landslides)</source>
        <translation> (el {value} % de las muestras son deslizamientos)</translation>
    </message>
    <message>
        <source> ({value} km2)</source>
        <translation> ({value} km2)</translation>
    </message>
    <message>
        <source> A gain of more than {SUSPICIOUS_GAIN} deserves suspicion first: look for factors made after the landslides, or samples of one landslide in two folds.</source>
        <translation> Una ganancia de más de {SUSPICIOUS_GAIN} merece primero desconfianza: busque factores hechos después de los deslizamientos, o muestras de un deslizamiento en dos particiones.</translation>
    </message>
    <message>
        <source> A guess has an AUC-PR of {share}, the share of landslides among the samples.</source>
        <translation> Una conjetura tiene un AUC-PR de {share}, la proporción de deslizamientos entre las muestras.</translation>
    </message>
    <message>
        <source> Allowed: {allowed}.{told}</source>
        <translation> Se admite: {allowed}.{told}</translation>
    </message>
    <message>
        <source> Choices: {value}.</source>
        <translation> Opciones: {value}.</translation>
    </message>
    <message>
        <source> Default: {default}.</source>
        <translation> Por defecto: {default}.</translation>
    </message>
    <message>
        <source> First {count} of {labels} points.</source>
        <translation> Primeros {count} de {labels} puntos.</translation>
    </message>
    <message>
        <source> From {tail_from_m2} m² on ({tail_count} landslides) it falls with exponent {exponent}.</source>
        <translation> Desde {tail_from_m2} m² ({tail_count} deslizamientos) baja con exponente {exponent}.</translation>
    </message>
    <message>
        <source> Fuzzy operators do not use them.</source>
        <translation> Los operadores difusos no los usan.</translation>
    </message>
    <message>
        <source> Here all layers weigh alike: the members are their linear part alone, which sees the mean over depth.</source>
        <translation> Aquí todas las capas pesan igual: los miembros son solo su parte lineal, que ve la media en profundidad.</translation>
    </message>
    <message>
        <source> If not given: {default}.</source>
        <translation> Si no se indica: {default}.</translation>
    </message>
    <message>
        <source> Left empty, that of the same model is taken from the project or from beside the classes.</source>
        <translation> Vacío, se toma el del mismo modelo, del proyecto o de junto a las clases.</translation>
    </message>
    <message>
        <source> Of several layers the uppermost is shown; the others move along.</source>
        <translation> De varias capas se muestra la superior; las otras la siguen.</translation>
    </message>
    <message>
        <source> The map's own threshold is {threshold}.</source>
        <translation> El umbral propio del mapa es {threshold}.</translation>
    </message>
    <message>
        <source> and at most {reach_m} m from one</source>
        <translation> y como mucho a {reach_m} m de uno</translation>
    </message>
    <message>
        <source> and held {memory} MiB</source>
        <translation> y ocupó {memory} MiB</translation>
    </message>
    <message>
        <source> and holds {memory} MiB</source>
        <translation> y ocupa {memory} MiB</translation>
    </message>
    <message>
        <source> and more</source>
        <translation> y más</translation>
    </message>
    <message>
        <source> and of </source>
        <translation> y de </translation>
    </message>
    <message>
        <source> and {value} more</source>
        <translation> y {value} más</translation>
    </message>
    <message>
        <source> at least</source>
        <translation> al menos</translation>
    </message>
    <message>
        <source> down to {depth_limit_m} m</source>
        <translation> hasta {depth_limit_m} m</translation>
    </message>
    <message>
        <source> given the T-year rain</source>
        <translation> dada la lluvia de T años</translation>
    </message>
    <message>
        <source> given the {name} trigger ({name2}: rain with a return period of {name3} years)</source>
        <translation> dado el desencadenante {name} ({name2}: lluvia con un período de retorno de {name3} años)</translation>
    </message>
    <message>
        <source> given the {reference} trigger</source>
        <translation> dado el desencadenante {reference}</translation>
    </message>
    <message>
        <source> in {reference}</source>
        <translation> en {reference}</translation>
    </message>
    <message>
        <source> of the report</source>
        <translation> del informe</translation>
    </message>
    <message>
        <source> of {where}</source>
        <translation> de {where}</translation>
    </message>
    <message>
        <source> range {length_words}</source>
        <translation> alcance {length_words}</translation>
    </message>
    <message>
        <source> {value} are not used without it.</source>
        <translation> {value} no se usan sin él.</translation>
    </message>
    <message>
        <source> {value}: landslides of the inventory.</source>
        <translation> {value}: deslizamientos del inventario.</translation>
    </message>
    <message>
        <source>'Map an event' with this model</source>
        <translation>'Map an event' con este modelo</translation>
    </message>
    <message>
        <source>'Susceptibility (probability)' is not given to the report</source>
        <translation>no se da 'Susceptibility (probability)' al informe</translation>
    </message>
    <message>
        <source>(it was gone before it could be told anything)</source>
        <translation>(terminó antes de que se le pudiera decir nada)</translation>
    </message>
    <message>
        <source>* {bare} classes lack landslides or stable ground: half of one is counted.</source>
        <translation>* {bare} clases carecen de deslizamientos o de terreno estable: se cuenta medio.</translation>
    </message>
    <message>
        <source>, a lower bound: the inventory holds points, each counted as one cell</source>
        <translation>, un límite inferior: el inventario contiene puntos, contados como una celda cada uno</translation>
    </message>
    <message>
        <source>, and {idle} of {members} members stayed there.</source>
        <translation>, y {idle} de {members} miembros se quedaron allí.</translation>
    </message>
    <message>
        <source>, as {unit} of {cell} m</source>
        <translation>, como {unit} de {cell} m</translation>
    </message>
    <message>
        <source>, buffer {fold_buffer_m} m</source>
        <translation>, franja {fold_buffer_m} m</translation>
    </message>
    <message>
        <source>, dashed of the {value}</source>
        <translation>, discontinua de {value}</translation>
    </message>
    <message>
        <source>, for maps of 1 : {scale} or smaller</source>
        <translation>, para mapas de 1 : {scale} o menor</translation>
    </message>
    <message>
        <source>, its parts and AUROC</source>
        <translation>, sus partes y AUROC</translation>
    </message>
    <message>
        <source>, line {lineno}</source>
        <translation>, línea {lineno}</translation>
    </message>
    <message>
        <source>, mean probability of failure {_mean}</source>
        <translation>, probabilidad media de rotura {_mean}</translation>
    </message>
    <message>
        <source>, not from dated landslides</source>
        <translation>, no de deslizamientos fechados</translation>
    </message>
    <message>
        <source>, of relative intensity and no probability</source>
        <translation>, de intensidad relativa y no probabilidad</translation>
    </message>
    <message>
        <source>, on {least_slope_deg} degrees or steeper</source>
        <translation>, en {least_slope_deg} grados o más</translation>
    </message>
    <message>
        <source>, perhaps for lack of memory</source>
        <translation>, quizá por falta de memoria</translation>
    </message>
    <message>
        <source>, with the probability of failure of typical ground everywhere</source>
        <translation>, con la probabilidad de rotura de terreno típico en todas partes</translation>
    </message>
    <message>
        <source>, with the same system and version of Python</source>
        <translation>, con el mismo sistema y la misma versión de Python</translation>
    </message>
    <message>
        <source>, {landslide_percent} % of the landslide cells</source>
        <translation>, {landslide_percent} % de las celdas de deslizamiento</translation>
    </message>
    <message>
        <source>, {value} heights more</source>
        <translation>, {value} alturas más</translation>
    </message>
    <message>
        <source>. The probability of failure, an input of the model, is that of the rain as fitted at both ends</source>
        <translation>. La probabilidad de rotura, una entrada del modelo, es la de la lluvia ajustada en ambos extremos</translation>
    </message>
    <message>
        <source>0: a stronger trigger never lowers susceptibility</source>
        <translation>0: un desencadenante más fuerte nunca baja la susceptibilidad</translation>
    </message>
    <message>
        <source>0: never against the physics; reckoned by an older version, it falls and rises with the threshold</source>
        <translation>0: nunca contra la física; calculado por una versión anterior, sube y baja con el umbral</translation>
    </message>
    <message>
        <source>0: the same cells; a map without any pattern has the share of cells with a factor of safety of 1 or more</source>
        <translation>0: las mismas celdas; un mapa sin patrón tiene la proporción de celdas con factor de seguridad de 1 o más</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 objeto</translation>
    </message>
    <message>
        <source>1 inside the area of applicability, 0 outside</source>
        <translation>1 dentro del área de aplicabilidad, 0 fuera</translation>
    </message>
    <message>
        <source>1 landslide</source>
        <translation>1 deslizamiento</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 miembro</translation>
    </message>
    <message>
        <source>1 where a trigger leaves the range of the training in any scenario, else 0</source>
        <translation>1 donde un desencadenante sale del rango del entrenamiento en algún escenario, si no 0</translation>
    </message>
    <message>
        <source>1, fit to the landslides that made the model: known (AUROC {fit_auroc})</source>
        <translation>1, ajuste a los deslizamientos que hicieron el modelo: conocido (AUROC {fit_auroc})</translation>
    </message>
    <message>
        <source>1: the model ranks cells as the factor of safety does</source>
        <translation>1: el modelo ordena las celdas como el factor de seguridad</translation>
    </message>
    <message>
        <source>2, error of the probability in each cell: {value}</source>
        <translation>2, error de la probabilidad en cada celda: {value}</translation>
    </message>
    <message>
        <source>4, prediction of landslides that took no part: {value}</source>
        <translation>4, predicción de deslizamientos que no participaron: {value}</translation>
    </message>
    <message>
        <source>60 to 80 %</source>
        <translation>60 a 80 %</translation>
    </message>
    <message>
        <source>80 % and over</source>
        <translation>80 % y más</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95 % desde</translation>
    </message>
    <message>
        <source>95 % interval by blocks</source>
        <translation>Intervalo del 95 % por bloques</translation>
    </message>
    <message>
        <source>95 % interval {interval}</source>
        <translation>intervalo del 95 % de {interval}</translation>
    </message>
    <message>
        <source>95 % interval, over the same blocks</source>
        <translation>Intervalo del 95 %, en los mismos bloques</translation>
    </message>
    <message>
        <source>: the slope-stability prior does not lower it by more than a standard error</source>
        <translation>: la estimación previa de la estabilidad no la baja en más de un error típico</translation>
    </message>
    <message>
        <source>; data: its part by the inventory; {value}AUROC: how well the block is ranked. What data and physics leave of the total are the order of the triggers and the like</source>
        <translation>; datos: su parte según el inventario; {value}AUROC: cuán bien se ordena el bloque. Lo que datos y física dejan del total es el orden de los desencadenantes y similares</translation>
    </message>
    <message>
        <source>; in events left out of the training so at {hits} of the landslides and {alarms} of the stable places</source>
        <translation>; en eventos excluidos del entrenamiento, en el {hits} de los deslizamientos y en el {alarms} de los lugares estables</translation>
    </message>
    <message>
        <source>; in training {value} % of the landslides held out</source>
        <translation>; en el entrenamiento {value} % de los deslizamientos reservados</translation>
    </message>
    <message>
        <source>; it does not beat {value}</source>
        <translation>; no supera a {value}</translation>
    </message>
    <message>
        <source>; it has {value}</source>
        <translation>; tiene {value}</translation>
    </message>
    <message>
        <source>; it is not shown to beat {value}</source>
        <translation>; no muestra superar a {value}</translation>
    </message>
    <message>
        <source>; it is probably in percent, give shares</source>
        <translation>; probablemente está en porcentaje, indique proporciones</translation>
    </message>
    <message>
        <source>; local time with summer time has an hour twice: write UTC, or the zone beside each time</source>
        <translation>; la hora local con horario de verano tiene una hora dos veces: escriba UTC, o el huso junto a cada hora</translation>
    </message>
    <message>
        <source>; nothing is left of {named}</source>
        <translation>; no queda nada de {named}</translation>
    </message>
    <message>
        <source>; so few events leave it as many degrees of freedom as there are events</source>
        <translation>; tan pocos eventos le dejan tantos grados de libertad como eventos hay</translation>
    </message>
    <message>
        <source>; the nearest is {known}</source>
        <translation>; el más parecido es {known}</translation>
    </message>
    <message>
        <source>; units: {value}.</source>
        <translation>; unidades: {value}.</translation>
    </message>
    <message>
        <source>; unknown to the model: {_listed}</source>
        <translation>; desconocidas para el modelo: {_listed}</translation>
    </message>
    <message>
        <source>; {ahead} of the {window_h} h are forecast</source>
        <translation>; {ahead} de las {window_h} h son pronóstico</translation>
    </message>
    <message>
        <source>; {memory_mib} MiB are allowed</source>
        <translation>; se admiten {memory_mib} MiB</translation>
    </message>
    <message>
        <source>; {missing} steps between them are missing</source>
        <translation>; entre ellos faltan {missing} pasos</translation>
    </message>
    <message>
        <source>; {skipped} folds held one class only and were skipped</source>
        <translation>; {skipped} particiones contenían una sola clase y se omitieron</translation>
    </message>
    <message>
        <source>= {value} mm/h</source>
        <translation>= {value} mm/h</translation>
    </message>
    <message>
        <source>A GeoTIFF with a band a step, NetCDF, or a folder of either (type its path). Times come from the file, or from a table NAME.times.csv beside it with a column time.</source>
        <translation>Un GeoTIFF con una banda por paso, NetCDF, o una carpeta de cualquiera de ellos (escriba su ruta). Los tiempos vienen del archivo, o de una tabla NAME.times.csv a su lado con una columna time.</translation>
    </message>
    <message>
        <source>A band needs two rows of {return_periods_yr}; found {shape}</source>
        <translation>Una banda necesita dos filas de {return_periods_yr}; hay {shape}</translation>
    </message>
    <message>
        <source>A bundle whose record, weights, scores or samples were changed after training is refused. Maps carry the identifier of their model in their metadata.</source>
        <translation>Un paquete cuyo registro, pesos, puntuaciones o muestras se cambiaron después del entrenamiento se rechaza. Los mapas llevan el identificador de su modelo en sus metadatos.</translation>
    </message>
    <message>
        <source>A calibration line needs probabilities that differ</source>
        <translation>Una recta de calibración necesita probabilidades que difieran</translation>
    </message>
    <message>
        <source>A column a scenario (T10, T25, ...) and a row a block of rain, in any unit, as 'Build trigger scenarios' writes them: how each storm's rain falls over its duration. It takes the place of the rain pattern.</source>
        <translation>Una columna por escenario (T10, T25, ...) y una fila por bloque de lluvia, en cualquier unidad, como las escribe 'Build trigger scenarios': cómo cae la lluvia de cada tormenta a lo largo de su duración. Sustituye al patrón de lluvia.</translation>
    </message>
    <message>
        <source>A date is given for {value}, which is no factor; factors are {value2}, sources dem, ndvi, landcover</source>
        <translation>Se indica una fecha para {value}, que no es un factor; los factores son {value2}, las fuentes dem, ndvi, landcover</translation>
    </message>
    <message>
        <source>A density by class needs a name, an area and landslides for each class</source>
        <translation>Una densidad por clase necesita un nombre, un área y los deslizamientos de cada clase</translation>
    </message>
    <message>
        <source>A factor has no name; set the band description</source>
        <translation>Un factor no tiene nombre; defina la descripción de la banda</translation>
    </message>
    <message>
        <source>A factor of the flow needs the upslope area, which was not computed</source>
        <translation>Un factor del flujo necesita el área de drenaje, que no se calculó</translation>
    </message>
    <message>
        <source>A factor of the streams was asked for, but no streams were looked for</source>
        <translation>Se pidió un factor de los cauces, pero no se buscaron cauces</translation>
    </message>
    <message>
        <source>A grid of {rows} rows x {cols} columns has no cells</source>
        <translation>Una malla de {rows} filas x {cols} columnas no tiene celdas</translation>
    </message>
    <message>
        <source>A kind is given for {value}: {missing} is not among the factors {value2}</source>
        <translation>Se indica un tipo para {value}: {missing} no está entre los factores {value2}</translation>
    </message>
    <message>
        <source>A kind is said of {value}, which are no factors; they are {value2}</source>
        <translation>Se indica un tipo de {value}, que no son factores; son {value2}</translation>
    </message>
    <message>
        <source>A landslide cell of {inventory} stands above {other} of {name} in {value} % of all pairs: AUROC {number}{sure}. 0.5 is chance.</source>
        <translation>Una celda de deslizamiento de {inventory} está por encima de {other} de {name} en el {value} % de todos los pares: AUROC {number}{sure}. 0.5 es azar.</translation>
    </message>
    <message>
        <source>A landslide missing from the inventory counts as stable. The bias of the inventory is in the map and not in the ensemble's spread, which is a part of the uncertainty only.</source>
        <translation>Un deslizamiento que falta en el inventario cuenta como estable. El sesgo del inventario está en el mapa y no en la dispersión del conjunto, que es solo una parte de la incertidumbre.</translation>
    </message>
    <message>
        <source>A line layer has no segment with finite coordinates; repair or leave out the layer</source>
        <translation>Una capa de líneas no tiene ningún segmento con coordenadas finitas; repárela u omítala</translation>
    </message>
    <message>
        <source>A lithology raster is given without a soil table; give the table that knows its codes</source>
        <translation>Se indica un ráster de litología sin tabla de suelos; indique la tabla que conoce sus códigos</translation>
    </message>
    <message>
        <source>A logistic regression needs landslides and stable samples; one class was found</source>
        <translation>Una regresión logística necesita deslizamientos y muestras estables; se encontró una clase</translation>
    </message>
    <message>
        <source>A map is judged by at least one landslide, and by those that have a value only</source>
        <translation>Un mapa se evalúa con al menos un deslizamiento, y solo con los que tienen valor</translation>
    </message>
    <message>
        <source>A map judged by landslides</source>
        <translation>Un mapa evaluado con deslizamientos</translation>
    </message>
    <message>
        <source>A map of model against physics needs the factor of safety raster</source>
        <translation>Un mapa del modelo frente a la física necesita el ráster del factor de seguridad</translation>
    </message>
    <message>
        <source>A model of run-out needs the DEM on the same grid: {rows} x {cols} cells of {cell_width} x {cell_height}, {crs_name}</source>
        <translation>Un modelo de propagación necesita el MDE en la misma malla: {rows} x {cols} celdas de {cell_width} x {cell_height}, {crs_name}</translation>
    </message>
    <message>
        <source>A network needs at least one factor, one layer and one property, got {static_dim}, {layers} and {properties}</source>
        <translation>Una red necesita al menos un factor, una capa y una propiedad; hay {static_dim}, {layers} y {properties}</translation>
    </message>
    <message>
        <source>A presence-background model needs landslides and cells of the area; one was not found</source>
        <translation>Un modelo de presencia y fondo necesita deslizamientos y celdas del área; falta uno de los dos</translation>
    </message>
    <message>
        <source>A profile of {layer_bottoms_m} layers x {properties} properties needs values of that shape, got {shape}</source>
        <translation>Un perfil de {layer_bottoms_m} capas x {properties} propiedades necesita valores de esa forma; hay {shape}</translation>
    </message>
    <message>
        <source>A raster does not name the cut points of its model, so classes are not compared</source>
        <translation>Un ráster no nombra los puntos de corte de su modelo, así que no se comparan clases</translation>
    </message>
    <message>
        <source>A relative intensity has no conformal sets; leave them out</source>
        <translation>Una intensidad relativa no tiene conjuntos conformes; omítalos</translation>
    </message>
    <message>
        <source>A return period belongs to the rain alone, not to the landslides it may trigger.</source>
        <translation>Un período de retorno pertenece solo a la lluvia, no a los deslizamientos que pueda desencadenar.</translation>
    </message>
    <message>
        <source>A row a sample: id, and a column a step, such as h120 ... h001, in mm.</source>
        <translation>Una fila por muestra: id, y una columna por paso, como h120 ... h001, en mm.</translation>
    </message>
    <message>
        <source>A row a year; a column 'year' and a column a duration, or a column a gauge.</source>
        <translation>Una fila por año; una columna 'year' y una columna por duración, o una columna por estación.</translation>
    </message>
    <message>
        <source>A row of the table of events has no name; give each event one</source>
        <translation>Una fila de la tabla de eventos no tiene nombre; dé uno a cada evento</translation>
    </message>
    <message>
        <source>A sample set of {count} rows has columns of other lengths</source>
        <translation>Un conjunto de muestras de {count} filas tiene columnas de otra longitud</translation>
    </message>
    <message>
        <source>A second process did {done} of {repeats} repeats of the folds{size}</source>
        <translation>Un segundo proceso hizo {done} de {repeats} repeticiones de las particiones{size}</translation>
    </message>
    <message>
        <source>A sequence of rain has {steps} steps; allowed: 1 or more</source>
        <translation>Una secuencia de lluvia tiene {steps} pasos; se admite: 1 o más</translation>
    </message>
    <message>
        <source>A single model has no spread: its standard deviation is 0 and says nothing about its uncertainty</source>
        <translation>Un modelo único no tiene dispersión: su desviación típica es 0 y no dice nada de su incertidumbre</translation>
    </message>
    <message>
        <source>A slope needs at least 2 rows and 2 columns</source>
        <translation>Una pendiente necesita al menos 2 filas y 2 columnas</translation>
    </message>
    <message>
        <source>A soil of {layers} layers has {getattr} of {name}</source>
        <translation>Un suelo de {layers} capas tiene {getattr} de {name}</translation>
    </message>
    <message>
        <source>A stack of {specs} factors needs values (factors, rows, cols), got {shape}</source>
        <translation>Una pila de {specs} factores necesita valores (factores, filas, columnas); hay {shape}</translation>
    </message>
    <message>
        <source>A step of rain is {step_h} h long; allowed: hours above 0</source>
        <translation>Un paso de lluvia dura {step_h} h; se admite: horas mayores que 0</translation>
    </message>
    <message>
        <source>A stored family of the event model is damaged; train again</source>
        <translation>Una familia guardada del modelo de eventos está dañada; entrene de nuevo</translation>
    </message>
    <message>
        <source>A storm of {duration_h} h cannot be cut into blocks of {step_h} h; give a step that divides it, in at most {MOST_BLOCKS} blocks</source>
        <translation>Una tormenta de {duration_h} h no se puede cortar en bloques de {step_h} h; indique un paso que la divida, en {MOST_BLOCKS} bloques como mucho</translation>
    </message>
    <message>
        <source>A storm of {duration_h} h has {blocks_of} steps of {step_h} h, and {shares} shares are given; give one a step</source>
        <translation>Una tormenta de {duration_h} h tiene {blocks_of} pasos de {step_h} h, y se indican {shares} proporciones; indique una por paso</translation>
    </message>
    <message>
        <source>A success-rate curve needs labels, scores and weights alike, and one landslide</source>
        <translation>Una curva de tasa de éxito necesita etiquetas, puntuaciones y pesos en igual número, y un deslizamiento</translation>
    </message>
    <message>
        <source>A tile size of {tile_size} holds no cell; give at least 1</source>
        <translation>Un tamaño de tesela de {tile_size} no contiene ninguna celda; indique al menos 1</translation>
    </message>
    <message>
        <source>A typed table is written as it is; leave AREA and FIXED_INTERVAL out</source>
        <translation>Una tabla escrita a mano se toma como está; omita AREA y FIXED_INTERVAL</translation>
    </message>
    <message>
        <source>A value is told where its accepted sets differ from the range given by more than chance; else it stays as it was.</source>
        <translation>Un valor se dice donde sus conjuntos aceptados difieren del rango dado más que por azar; si no, queda como estaba.</translation>
    </message>
    <message>
        <source>A variogram needs {FEWEST} samples at different places, got {xy}</source>
        <translation>Un variograma necesita {FEWEST} muestras en lugares distintos; hay {xy}</translation>
    </message>
    <message>
        <source>AUROC (0.5 = chance)</source>
        <translation>AUROC (0.5 = azar)</translation>
    </message>
    <message>
        <source>AUROC as given {auroc}. The largest change is {change} ({kind}, {level}); {value} % of the cells change class at most.</source>
        <translation>AUROC como se dio {auroc}. El mayor cambio es {change} ({kind}, {level}); el {value} % de las celdas cambia de clase como mucho.</translation>
    </message>
    <message>
        <source>AUROC as given {auroc}; no stress left enough landslides to train on.</source>
        <translation>AUROC como se dio {auroc}; ninguna perturbación dejó deslizamientos suficientes para entrenar.</translation>
    </message>
    <message>
        <source>AUROC in each spatial fold (strokes), their mean (dot) and its 95 % interval (bar), corrected for folds that share training data (Nadeau and Bengio 2003).</source>
        <translation>AUROC en cada partición espacial (trazos), su media (punto) y su intervalo del 95 % (barra), corregido por particiones que comparten datos de entrenamiento (Nadeau y Bengio 2003).</translation>
    </message>
    <message>
        <source>AUROC in spatial folds: {SPATIAL_AUROC}, folds weighted by their pairs; {SPATIAL_AUROC_FOLDS}, each fold counted once</source>
        <translation>AUROC en particiones espaciales: {SPATIAL_AUROC}, particiones ponderadas por sus pares; {SPATIAL_AUROC_FOLDS}, cada partición contada una vez</translation>
    </message>
    <message>
        <source>AUROC of each spatial fold by method</source>
        <translation>AUROC de cada partición espacial por método</translation>
    </message>
    <message>
        <source>AUROC of each spatial fold by model</source>
        <translation>AUROC de cada partición espacial por modelo</translation>
    </message>
    <message>
        <source>AUROC of fit, random folds and spatial folds by method</source>
        <translation>AUROC de ajuste, particiones al azar y espaciales por método</translation>
    </message>
    <message>
        <source>AUROC of the first minus that of the second map: {difference}; the first is: {verdict}</source>
        <translation>AUROC del primer mapa menos el del segundo: {difference}; el primero es: {verdict}</translation>
    </message>
    <message>
        <source>AUROC of the {ranked}, landslides against {against}</source>
        <translation>AUROC de {ranked}, deslizamientos frente a {against}</translation>
    </message>
    <message>
        <source>AUROC on areas the model has not seen (0.5 = chance)</source>
        <translation>AUROC en áreas que el modelo no ha visto (0.5 = azar)</translation>
    </message>
    <message>
        <source>AUROC on its own data</source>
        <translation>AUROC en sus propios datos</translation>
    </message>
    <message>
        <source>AUROC over spatial folds without them: {value}{before}</source>
        <translation>AUROC en particiones espaciales sin ellos: {value}{before}</translation>
    </message>
    <message>
        <source>AUROC, first minus second</source>
        <translation>AUROC, primero menos segundo</translation>
    </message>
    <message>
        <source>AUROC, spatial cross-validation</source>
        <translation>AUROC, validación cruzada espacial</translation>
    </message>
    <message>
        <source>AUROC: mean of the folds (pooled)</source>
        <translation>AUROC: media de las particiones (reunidas)</translation>
    </message>
    <message>
        <source>AUROC: mean of the spatial folds (folds pooled, as drawn)</source>
        <translation>AUROC: media de las particiones espaciales (particiones reunidas, como se traza)</translation>
    </message>
    <message>
        <source>About {minutes} minute{value} in all ({parts})</source>
        <translation>Unos {minutes} minutos en total ({parts})</translation>
    </message>
    <message>
        <source>About {value} % of the cells lie outside the model's area of applicability: their factors are unlike those of its training, and their probabilities a guess; map the area of applicability</source>
        <translation>Cerca del {value} % de las celdas está fuera del área de aplicabilidad del modelo: sus factores no se parecen a los de su entrenamiento y sus probabilidades son una conjetura; cartografíe el área de aplicabilidad</translation>
    </message>
    <message>
        <source>Absence policy is {absences}; allowed: one of {value}</source>
        <translation>La política de ausencias es {absences}; se admite: una de {value}</translation>
    </message>
    <message>
        <source>Accepted (90 %)</source>
        <translation>Aceptado (90 %)</translation>
    </message>
    <message>
        <source>Additive model (GAM) with logit Pf</source>
        <translation>Modelo aditivo (GAM) con logit Pf</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>After Guzzetti et al. (2006): the sum of the criteria that were tested.</source>
        <translation>Según Guzzetti et al. (2006): la suma de los criterios que se probaron.</translation>
    </message>
    <message>
        <source>Against the DEM</source>
        <translation>Frente al MDE</translation>
    </message>
    <message>
        <source>Against: {against}</source>
        <translation>Frente a: {against}</translation>
    </message>
    <message>
        <source>Agreement of the members</source>
        <translation>Concordancia de los miembros</translation>
    </message>
    <message>
        <source>Aleatoric entropy</source>
        <translation>Entropía aleatoria</translation>
    </message>
    <message>
        <source>All cells have one height</source>
        <translation>Todas las celdas tienen una misma altura</translation>
    </message>
    <message>
        <source>All events of rain last {duration_h} h, so that no line over the duration can be fitted; give shorter steps or another DRY_GAP</source>
        <translation>Todos los eventos de lluvia duran {duration_h} h, así que no se puede ajustar una línea según la duración; indique pasos más cortos u otro DRY_GAP</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>All layers of {name} are stamped {iso}; its times do not rise</source>
        <translation>Todas las capas de {name} llevan la marca {iso}; sus tiempos no crecen</translation>
    </message>
    <message>
        <source>All packages are here, {value} MiB; installing them takes a few minutes</source>
        <translation>Todos los paquetes están aquí, {value} MiB; instalarlos lleva unos minutos</translation>
    </message>
    <message>
        <source>All rasters lie on one grid of {round} m cells in {crs_name}; the report is refused otherwise. Share of no data and values are those of the band shown, thinned where the raster is large.</source>
        <translation>Todos los rásteres están en una malla de celdas de {round} m en {crs_name}; si no, el informe se rechaza. La proporción sin datos y los valores son los de la banda mostrada, aligerada donde el ráster es grande.</translation>
    </message>
    <message>
        <source>All results: {folder}</source>
        <translation>Todos los resultados: {folder}</translation>
    </message>
    <message>
        <source>All samples are of one storm; a model of events needs two or more</source>
        <translation>Todas las muestras son de una tormenta; un modelo de eventos necesita dos o más</translation>
    </message>
    <message>
        <source>All samples have the value {names}; folds by a field need two values or more: name another field</source>
        <translation>Todas las muestras tienen el valor {names}; las particiones por un campo necesitan dos valores o más: nombre otro campo</translation>
    </message>
    <message>
        <source>All samples lie at one place; spatial folds need samples apart from each other</source>
        <translation>Todas las muestras están en un lugar; las particiones espaciales necesitan muestras separadas</translation>
    </message>
    <message>
        <source>All samples lie in one region; folds by region need samples in two or more</source>
        <translation>Todas las muestras están en una región; las particiones por región necesitan muestras en dos o más</translation>
    </message>
    <message>
        <source>All {checks} layers fit together.</source>
        <translation>Las {checks} capas concuerdan.</translation>
    </message>
    <message>
        <source>All {series} samples have gaps in their rain; thresholds need series whose every step is known</source>
        <translation>Las {series} muestras tienen huecos en su lluvia; los umbrales necesitan series con todos los pasos conocidos</translation>
    </message>
    <message>
        <source>An annual probability would claim too much: {reason}; or leave the annual probability out</source>
        <translation>Una probabilidad anual afirmaría demasiado: {reason}; u omita la probabilidad anual</translation>
    </message>
    <message>
        <source>An interval needs at least 2 finite folds, got {count}</source>
        <translation>Un intervalo necesita al menos 2 particiones finitas; hay {count}</translation>
    </message>
    <message>
        <source>Annual probability, high</source>
        <translation>Probabilidad anual, alta</translation>
    </message>
    <message>
        <source>Annual probability, high with {BAND}</source>
        <translation>Probabilidad anual, alta con {BAND}</translation>
    </message>
    <message>
        <source>Annual probability, low with {BAND}</source>
        <translation>Probabilidad anual, baja con {BAND}</translation>
    </message>
    <message>
        <source>Annual probability, lower bound</source>
        <translation>Probabilidad anual, límite inferior</translation>
    </message>
    <message>
        <source>Annual probability, storms outside the table</source>
        <translation>Probabilidad anual, tormentas fuera de la tabla</translation>
    </message>
    <message>
        <source>Antecedent index, mm</source>
        <translation>Índice antecedente, mm</translation>
    </message>
    <message>
        <source>Antecedent rain is given and no hours before the storm; give BEFORE_HOURS too</source>
        <translation>Se indica lluvia antecedente y no las horas antes de la tormenta; indique también BEFORE_HOURS</translation>
    </message>
    <message>
        <source>Area (%)</source>
        <translation>Área (%)</translation>
    </message>
    <message>
        <source>Area (km2)</source>
        <translation>Área (km2)</translation>
    </message>
    <message>
        <source>Area and landslides by class</source>
        <translation>Área y deslizamientos por clase</translation>
    </message>
    <message>
        <source>Area and samples</source>
        <translation>Área y muestras</translation>
    </message>
    <message>
        <source>Area by agreement: give 'Agreement'.</source>
        <translation>Área según la concordancia: indique 'Agreement'.</translation>
    </message>
    <message>
        <source>Area by class</source>
        <translation>Área por clase</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUROC) of each fold of the first repeat. Differences between folds are often larger than those between methods, so methods are compared within folds.</source>
        <translation>Área bajo la curva ROC (AUROC) de cada partición de la primera repetición. Las diferencias entre particiones suelen ser mayores que entre métodos, así que los métodos se comparan dentro de las particiones.</translation>
    </message>
    <message>
        <source>Area under the ROC curve (AUROC) of each method on areas it has not seen (spatial folds), on random folds, whose samples have neighbours in training, and on its own training data. The wider a row, the more the method flatters itself; judge by the circle.</source>
        <translation>Área bajo la curva ROC (AUROC) de cada método en áreas que no ha visto (particiones espaciales), en particiones al azar, cuyas muestras tienen vecinas en el entrenamiento, y en sus propios datos de entrenamiento. Cuanto más ancha una fila, más se halaga el método; juzgue por el círculo.</translation>
    </message>
    <message>
        <source>Area under the curve</source>
        <translation>Área bajo la curva</translation>
    </message>
    <message>
        <source>Area under the {rate}</source>
        <translation>Área bajo la {rate}</translation>
    </message>
    <message>
        <source>Area weights need a stable sample and a landslide share from 0 to below 1, got {landslide_share}</source>
        <translation>Los pesos por área necesitan una muestra estable y una proporción de deslizamientos de 0 a menos de 1; hay {landslide_share}</translation>
    </message>
    <message>
        <source>As 'Compute factor of safety' takes it, with columns ending in _low and _high for what is to be calibrated: cohesion_kpa, friction_deg, conductivity_m_s or field_conductivity_m_s; and, by soil, layer_bottom_m and wetness_shift in place of the ranges under Advanced. Left empty, the generic table of the plugin.</source>
        <translation>Como la toma 'Compute factor of safety', con columnas que terminan en _low y _high para lo que se calibra: cohesion_kpa, friction_deg, conductivity_m_s o field_conductivity_m_s; y, por suelo, layer_bottom_m y wetness_shift en lugar de los rangos de los parámetros avanzados. Vacío, la tabla genérica del complemento.</translation>
    </message>
    <message>
        <source>Assign the right one (Assign projection)</source>
        <translation>Asigne el correcto (Asignar proyección)</translation>
    </message>
    <message>
        <source>At 1 : {scale} the area does not fit the sheet and is cut; it does at 1 : {least} or smaller</source>
        <translation>A 1 : {scale} el área no cabe en la hoja y se corta; cabe a 1 : {least} o menor</translation>
    </message>
    <message>
        <source>At a cost of {weight} no cut of this map costs less than calling nothing dangerous.</source>
        <translation>Con un coste de {weight} ningún corte de este mapa cuesta menos que no señalar nada como peligroso.</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>De un vistazo</translation>
    </message>
    <message>
        <source>At or below the shortest return period</source>
        <translation>En el menor período de retorno o por debajo</translation>
    </message>
    <message>
        <source>Attention stack is {stack}; allowed: {value}</source>
        <translation>La pila de atención es {stack}; se admite: {value}</translation>
    </message>
    <message>
        <source>Average precision against all other cells</source>
        <translation>Precisión media frente a todas las demás celdas</translation>
    </message>
    <message>
        <source>Average precision by chance (share of landslides)</source>
        <translation>Precisión media por azar (proporción de deslizamientos)</translation>
    </message>
    <message>
        <source>BLOCK_SIZE is in metres, and the map is in degrees or not true to distance; leave BLOCK_SIZE empty</source>
        <translation>BLOCK_SIZE está en metros, y el mapa en grados o no conserva las distancias; deje BLOCK_SIZE vacío</translation>
    </message>
    <message>
        <source>BLOCK_SIZE {side_m} m gives {value} blocks; allowed: at most {MOST_BLOCKS}, choose larger</source>
        <translation>BLOCK_SIZE {side_m} m da {value} bloques; se admite: {MOST_BLOCKS} como mucho, elija mayores</translation>
    </message>
    <message>
        <source>BODIES {name} holds no polygons; choose the mapped outlines of landslide bodies</source>
        <translation>BODIES {name} no contiene polígonos; elija los contornos cartografiados de cuerpos de deslizamiento</translation>
    </message>
    <message>
        <source>BUILDINGS {name} holds lines; choose points or footprints, or give it as LINES</source>
        <translation>BUILDINGS {name} contiene líneas; elija puntos o huellas, o indíquelo como LINES</translation>
    </message>
    <message>
        <source>BUNDLE was left empty; taken: {folder}</source>
        <translation>BUNDLE se dejó vacío; se toma: {folder}</translation>
    </message>
    <message>
        <source>Band {name}: {key} is {text}, not a depth in metres</source>
        <translation>Banda {name}: {key} es {text}, que no es una profundidad en metros</translation>
    </message>
    <message>
        <source>Band {value}</source>
        <translation>Banda {value}</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>Bars: rain of its last {rain_step_h} h.</source>
        <translation>Barras: lluvia de sus últimas {rain_step_h} h.</translation>
    </message>
    <message>
        <source>Base of the networks, chosen by held-out log loss: {words}</source>
        <translation>Base de las redes, elegida por pérdida logarítmica reservada: {words}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Before calibration the classes expect {ratio} times the landslides observed</source>
        <translation>Antes de la calibración las clases esperan {ratio} veces los deslizamientos observados</translation>
    </message>
    <message>
        <source>Before calibration the classes expect {ratio} times the landslides observed; far from 1, factors depend on each other and their evidence counts more than once.</source>
        <translation>Antes de la calibración las clases esperan {ratio} veces los deslizamientos observados; lejos de 1, los factores dependen unos de otros y su evidencia cuenta más de una vez.</translation>
    </message>
    <message>
        <source>Below the threshold</source>
        <translation>Por debajo del umbral</translation>
    </message>
    <message>
        <source>Best cut: {escape}</source>
        <translation>Mejor corte: {escape}</translation>
    </message>
    <message>
        <source>Best single factor</source>
        <translation>Mejor factor único</translation>
    </message>
    <message>
        <source>Between two return periods</source>
        <translation>Entre dos períodos de retorno</translation>
    </message>
    <message>
        <source>Between two values of a factor the score is linear, beyond them it stays; codes have their own.</source>
        <translation>Entre dos valores de un factor la puntuación es lineal, más allá se mantiene; los códigos tienen la suya.</translation>
    </message>
    <message>
        <source>Beyond the range of a factor in training the result is a guess; the area of applicability shows where</source>
        <translation>Más allá del rango de un factor en el entrenamiento el resultado es una conjetura; el área de aplicabilidad muestra dónde</translation>
    </message>
    <message>
        <source>Bivariate classes with logit Pf</source>
        <translation>Clases bivariantes con logit Pf</translation>
    </message>
    <message>
        <source>Bivariate classes with logit Pf, calibrated</source>
        <translation>Clases bivariantes con logit Pf, calibradas</translation>
    </message>
    <message>
        <source>Bivariate classes, calibrated</source>
        <translation>Clases bivariantes, calibradas</translation>
    </message>
    <message>
        <source>Bivariate methods need landslides and stable samples; one class was found</source>
        <translation>Los métodos bivariantes necesitan deslizamientos y muestras estables; se encontró una clase</translation>
    </message>
    <message>
        <source>Block size is {block_m} m; allowed: above 0</source>
        <translation>El tamaño de bloque es {block_m} m; se admite: mayor que 0</translation>
    </message>
    <message>
        <source>Blocks of {block_m} m cut the samples into {count} parts, fewer than {n_folds} folds; use smaller blocks or fewer folds</source>
        <translation>Los bloques de {block_m} m dividen las muestras en {count} partes, menos que {n_folds} particiones; use bloques menores o menos particiones</translation>
    </message>
    <message>
        <source>Blocks of {rows} x {cols} cells; {blocks} of them hold landslides. A thousand times the blocks are drawn anew, with putting back; the middle 95 % of the AUROCs are the interval. A landslide lies in one block whole.</source>
        <translation>Bloques de {rows} x {cols} celdas; {blocks} de ellos contienen deslizamientos. Mil veces se sortean de nuevo los bloques, con reposición; el 95 % central de los AUROC es el intervalo. Un deslizamiento está entero en un bloque.</translation>
    </message>
    <message>
        <source>Both a root cohesion raster and a land cover for the roots are given; keep one</source>
        <translation>Se indican a la vez un ráster de cohesión de raíces y una cobertura del suelo para las raíces; conserve uno</translation>
    </message>
    <message>
        <source>Both a soil profile raster and a lithology raster or soil table are given; keep one</source>
        <translation>Se indican a la vez un ráster del perfil de suelo y un ráster de litología o una tabla de suelos; conserve uno</translation>
    </message>
    <message>
        <source>Both an event return period field and an event name field are given; leave one of them out: names need the table of events, which holds their return periods</source>
        <translation>Se indican a la vez un campo de período de retorno y un campo de nombre de evento; omita uno: los nombres necesitan la tabla de eventos, que contiene sus períodos de retorno</translation>
    </message>
    <message>
        <source>Both are judged on the cells that both have.</source>
        <translation>Ambos se evalúan en las celdas que ambos tienen.</translation>
    </message>
    <message>
        <source>Both stable</source>
        <translation>Ambos estables</translation>
    </message>
    <message>
        <source>Both unstable</source>
        <translation>Ambos inestables</translation>
    </message>
    <message>
        <source>Brier</source>
        <translation>Brier</translation>
    </message>
    <message>
        <source>Brier before</source>
        <translation>Brier antes</translation>
    </message>
    <message>
        <source>Brier score, folds pooled</source>
        <translation>Puntuación de Brier, particiones reunidas</translation>
    </message>
    <message>
        <source>By all sets, none preferred</source>
        <translation>Por todos los conjuntos, sin preferir ninguno</translation>
    </message>
    <message>
        <source>By area alone the units with landslides are told with an AUROC of {found}</source>
        <translation>Solo por el área, las unidades con deslizamientos se distinguen con un AUROC de {found}</translation>
    </message>
    <message>
        <source>By sets that the other folds accept</source>
        <translation>Por conjuntos que aceptan las otras particiones</translation>
    </message>
    <message>
        <source>By the share of landslides among the samples</source>
        <translation>Por la proporción de deslizamientos entre las muestras</translation>
    </message>
    <message>
        <source>By the table as it was</source>
        <translation>Por la tabla como estaba</translation>
    </message>
    <message>
        <source>By {classes}; from the least to the most dangerous. The density should rise. {said}</source>
        <translation>Por {classes}; de la menos a la más peligrosa. La densidad debería crecer. {said}</translation>
    </message>
    <message>
        <source>CELL_SIZE {cell} gives {value} cells; allowed: at most {MOST_CELLS}, choose larger cells</source>
        <translation>CELL_SIZE {cell} da {value} celdas; se admite: {MOST_CELLS} como mucho, elija celdas mayores</translation>
    </message>
    <message>
        <source>CLASSES and ZONES are both given; leave one of them out</source>
        <translation>Se indican CLASSES y ZONES; omita uno de los dos</translation>
    </message>
    <message>
        <source>CLASSES is not set; give a class raster, or ZONES</source>
        <translation>CLASSES no está definido; indique un ráster de clases o ZONES</translation>
    </message>
    <message>
        <source>CLASS_FIELD {field} of {layer} holds {value}; a field of whole numbers is needed, such as 1 for the safest class up to 5 for the most dangerous</source>
        <translation>CLASS_FIELD {field} de {layer} contiene {value}; hace falta un campo de números enteros, como 1 para la clase más segura hasta 5 para la más peligrosa</translation>
    </message>
    <message>
        <source>CRS {crs_name} instead of {crs_name2}</source>
        <translation>SRC {crs_name} en lugar de {crs_name2}</translation>
    </message>
    <message>
        <source>CRS {user_input} is not known</source>
        <translation>No se conoce el SRC {user_input}</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV, text, .xlsx or .ods, or the name of a table of the project.</source>
        <translation>CSV, texto, .xlsx o .ods, o el nombre de una tabla del proyecto.</translation>
    </message>
    <message>
        <source>Cal. slope</source>
        <translation>Pend. cal.</translation>
    </message>
    <message>
        <source>Calibrated on {landslides} landslides of {inventory} (worth {effective}) and {stable} stable samples, storm {storm}, pore water pressure: {value}.</source>
        <translation>Calibrado con {landslides} deslizamientos de {inventory} (que valen por {effective}) y {stable} muestras estables, tormenta {storm}, presión de agua de poros: {value}.</translation>
    </message>
    <message>
        <source>Calibration ({asked}), cross-fitted: log loss {log_loss} before, {log_loss2} after; Brier {brier} and {brier2}; slope {slope} and {slope2}: {done}</source>
        <translation>Calibración ({asked}), con ajuste cruzado: pérdida logarítmica {log_loss} antes, {log_loss2} después; Brier {brier} y {brier2}; pendiente {slope} y {slope2}: {done}</translation>
    </message>
    <message>
        <source>Calibration here: {number} {unit} expected by the sum of the probabilities, {number2} found ({number3} found for one expected). An inventory that is not complete lowers that figure as a wrong model does.</source>
        <translation>Calibración aquí: {number} {unit} esperados por la suma de las probabilidades, {number2} hallados ({number3} hallados por cada uno esperado). Un inventario incompleto baja esa cifra igual que un modelo erróneo.</translation>
    </message>
    <message>
        <source>Calibration intercept (0 is right)</source>
        <translation>Ordenada de calibración (0 es correcta)</translation>
    </message>
    <message>
        <source>Calibration slope (1 is right; below 1, too extreme)</source>
        <translation>Pendiente de calibración (1 es correcta; menos de 1, demasiado extrema)</translation>
    </message>
    <message>
        <source>Calling cells {side} {value} dangerous costs least where a landslide cell missed costs as much as {weight} stable cells called in vain: it finds {value2} % of the landslide cells and calls {value3} % of the {others}; {value4} % of the {called} have slid. The cut is fitted to these landslides, so they cannot judge it.</source>
        <translation>Señalar peligrosas las celdas {side} {value} cuesta lo menos donde una celda de deslizamiento omitida cuesta tanto como {weight} celdas estables señaladas en vano: halla el {value2} % de las celdas de deslizamiento y señala el {value3} % de las {others}; el {value4} % de las {called} ha deslizado. El corte se ajusta a estos deslizamientos, así que no pueden evaluarlo.</translation>
    </message>
    <message>
        <source>Cancelled, nothing written</source>
        <translation>Cancelado, no se escribió nada</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>No se puede usar</translation>
    </message>
    <message>
        <source>Cannot be used as they are: {value}. See what to do beside each.</source>
        <translation>No se pueden usar como están: {value}. Vea al lado de cada una qué hacer.</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Tamaño de celda</translation>
    </message>
    <message>
        <source>Cells are not square ({dx} x {dy} m); all factors take that into account</source>
        <translation>Las celdas no son cuadradas ({dx} x {dy} m); todos los factores lo tienen en cuenta</translation>
    </message>
    <message>
        <source>Cells by class in the first (rows) and the second map: {dumps}</source>
        <translation>Celdas por clase en el primer mapa (filas) y en el segundo: {dumps}</translation>
    </message>
    <message>
        <source>Cells measure {dx} x {dy} m in the first row and {dx2} x {dy2} m in the last; every factor takes that into account row by row</source>
        <translation>Las celdas miden {dx} x {dy} m en la primera fila y {dx2} x {dy2} m en la última; cada factor lo tiene en cuenta fila a fila</translation>
    </message>
    <message>
        <source>Cells of another class (%)</source>
        <translation>Celdas de otra clase (%)</translation>
    </message>
    <message>
        <source>Cells of unseen classes are mapped as the nearest known class only where a raster shows which they are; ask for the area of applicability (APPLICABILITY) too</source>
        <translation>Las celdas de clases no vistas se cartografían como la clase conocida más cercana solo donde un ráster muestra cuáles son; pida también el área de aplicabilidad (APPLICABILITY)</translation>
    </message>
    <message>
        <source>Cells or features</source>
        <translation>Celdas u objetos</translation>
    </message>
    <message>
        <source>Cells outside, or of another class</source>
        <translation>Celdas fuera, o de otra clase</translation>
    </message>
    <message>
        <source>Cells that reach the threshold</source>
        <translation>Celdas que alcanzan el umbral</translation>
    </message>
    <message>
        <source>Cells under {flat_deg} degrees count as flat</source>
        <translation>Las celdas con menos de {flat_deg} grados cuentan como planas</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Change of P</source>
        <translation>Cambio de P</translation>
    </message>
    <message>
        <source>Change of the log odds per standard deviation (for a class: against its absence)</source>
        <translation>Cambio del logaritmo de la razón de probabilidades por desviación típica (en una clase: frente a su ausencia)</translation>
    </message>
    <message>
        <source>Change of the mean probability</source>
        <translation>Cambio de la probabilidad media</translation>
    </message>
    <message>
        <source>Change of the mean probability at the samples when one trigger goes from its lowest to its highest value among the scenarios, the others kept at the reference; line, standard deviation of the members. Every sample has the same triggers, so this answer comes from {source}, target probabilities and the order of the triggers{value}.</source>
        <translation>Cambio de la probabilidad media en las muestras cuando un desencadenante va de su valor más bajo al más alto entre los escenarios, con los demás en la referencia; línea, desviación típica de los miembros. Cada muestra tiene los mismos desencadenantes, así que esta respuesta viene de {source}, las probabilidades objetivo y el orden de los desencadenantes{value}.</translation>
    </message>
    <message>
        <source>Check its CRS</source>
        <translation>Compruebe su SRC</translation>
    </message>
    <message>
        <source>Check its no-data value and the chosen file</source>
        <translation>Compruebe su valor sin datos y el archivo elegido</translation>
    </message>
    <message>
        <source>Check no-data value, band and HEIGHT_UNIT</source>
        <translation>Compruebe el valor sin datos, la banda y HEIGHT_UNIT</translation>
    </message>
    <message>
        <source>Check that it holds classes</source>
        <translation>Compruebe que contiene clases</translation>
    </message>
    <message>
        <source>Check that this is the DEM</source>
        <translation>Compruebe que este es el MDE</translation>
    </message>
    <message>
        <source>Check the raster and its units</source>
        <translation>Compruebe el ráster y sus unidades</translation>
    </message>
    <message>
        <source>Choose a layer of the same area, or correct its CRS</source>
        <translation>Elija una capa de la misma área, o corrija su SRC</translation>
    </message>
    <message>
        <source>Choose a {kind} layer</source>
        <translation>Elija una capa de {kind}</translation>
    </message>
    <message>
        <source>Choose the .zip or the bundle.json of a model</source>
        <translation>Elija el .zip o el bundle.json de un modelo</translation>
    </message>
    <message>
        <source>Choose the raster of codes</source>
        <translation>Elija el ráster de códigos</translation>
    </message>
    <message>
        <source>Choose the raster that it was drawn from</source>
        <translation>Elija el ráster del que se dibujó</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Círculos</translation>
    </message>
    <message>
        <source>Cite as</source>
        <translation>Citar como</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Class agreement</source>
        <translation>Concordancia de clase</translation>
    </message>
    <message>
        <source>Class agreement{suffix}</source>
        <translation>Concordancia de clase{suffix}</translation>
    </message>
    <message>
        <source>Class flips of members{suffix}</source>
        <translation>Cambios de clase de los miembros{suffix}</translation>
    </message>
    <message>
        <source>Class flips of scenarios</source>
        <translation>Cambios de clase de los escenarios</translation>
    </message>
    <message>
        <source>Class limits are given of {name}, which is no factor; there are {value}</source>
        <translation>Se indican límites de clase de {name}, que no es un factor; hay {value}</translation>
    </message>
    <message>
        <source>Class limits are given of {name}, whose codes are its classes; leave them out</source>
        <translation>Se indican límites de clase de {name}, cuyos códigos son sus clases; omítalos</translation>
    </message>
    <message>
        <source>Class limits hold {part}; allowed: factor=limit limit ..., parted by semicolons</source>
        <translation>Los límites de clase contienen {part}; se admite: factor=límite límite ..., separados por punto y coma</translation>
    </message>
    <message>
        <source>Class limits name {name} twice; give all its limits in one place</source>
        <translation>Los límites de clase nombran {name} dos veces; indique todos sus límites en un lugar</translation>
    </message>
    <message>
        <source>Class limits of {name}</source>
        <translation>Límites de clase de {name}</translation>
    </message>
    <message>
        <source>Class limits of {name} are {list}; allowed: one or more, each above the last</source>
        <translation>Los límites de clase de {name} son {list}; se admite: uno o más, cada uno mayor que el anterior</translation>
    </message>
    <message>
        <source>Class of the cell</source>
        <translation>Clase de la celda</translation>
    </message>
    <message>
        <source>Class rule is {rule}; allowed: {value}</source>
        <translation>La regla de clases es {rule}; se admite: {value}</translation>
    </message>
    <message>
        <source>Classes of relative intensity, no probability</source>
        <translation>Clases de intensidad relativa, no probabilidad</translation>
    </message>
    <message>
        <source>Classes of the probability given this rain</source>
        <translation>Clases de la probabilidad dada esta lluvia</translation>
    </message>
    <message>
        <source>Classes of the relative probability given this rain</source>
        <translation>Clases de la probabilidad relativa dada esta lluvia</translation>
    </message>
    <message>
        <source>Clay content</source>
        <translation>Contenido de arcilla</translation>
    </message>
    <message>
        <source>Code {value} has no name in its table</source>
        <translation>El código {value} no tiene nombre en su tabla</translation>
    </message>
    <message>
        <source>Codes that have no score stay without an index: {told}.</source>
        <translation>Los códigos sin puntuación quedan sin índice: {told}.</translation>
    </message>
    <message>
        <source>Coefficients of the linear part</source>
        <translation>Coeficientes de la parte lineal</translation>
    </message>
    <message>
        <source>Cohesion</source>
        <translation>Cohesión</translation>
    </message>
    <message>
        <source>Cohesion and friction apart, or strength and depth and water: where one makes up for another only their sum is known, as the correlations of each soil show. The low ends of several values are not accepted together.</source>
        <translation>Cohesión y fricción por separado, o resistencia y espesor y agua: donde uno compensa a otro solo se conoce su suma, como muestran las correlaciones de cada suelo. Los extremos bajos de varios valores no se aceptan juntos.</translation>
    </message>
    <message>
        <source>Cohesion c' (kPa)</source>
        <translation>Cohesión c' (kPa)</translation>
    </message>
    <message>
        <source>Column {MARK} lets no training that holds these landslides take what is computed with this table; keep it.</source>
        <translation>La columna {MARK} impide que un entrenamiento con estos deslizamientos tome lo calculado con esta tabla; consérvela.</translation>
    </message>
    <message>
        <source>Columns code and root_cohesion_kpa, a row a class of the land cover. Start from resources/tables/root_cohesion.csv of the plugin, which is for ESA WorldCover.</source>
        <translation>Columnas code y root_cohesion_kpa, una fila por clase de la cobertura del suelo. Parta de resources/tables/root_cohesion.csv del complemento, que es para ESA WorldCover.</translation>
    </message>
    <message>
        <source>Columns code, name, layer_bottom_m, cohesion_kpa, friction_deg, unit_weight_kn_m3 and others; one row a layer. Start from resources/tables/soil_parameters.csv of the plugin.</source>
        <translation>Columnas code, name, layer_bottom_m, cohesion_kpa, friction_deg, unit_weight_kn_m3 y otras; una fila por capa. Parta de resources/tables/soil_parameters.csv del complemento.</translation>
    </message>
    <message>
        <source>Columns factor and weight; or a matrix with the factors in the header and in the first column, whose cells say how many times the factor of the row matters more than that of the column: 1 to 9, or 1/9 to 1. One half may be empty. Left out, all factors weigh alike.</source>
        <translation>Columnas factor y weight; o una matriz con los factores en el encabezado y en la primera columna, cuyas celdas dicen cuántas veces más importa el factor de la fila que el de la columna: 1 a 9, o 1/9 a 1. Una mitad puede estar vacía. Si se omite, todos los factores pesan igual.</translation>
    </message>
    <message>
        <source>Columns factor, value, score: 0 is safe, 1 dangerous. Of a factor with classes a row a code; of any other the score is linear between two values and stays beyond them, and a value that stands twice makes a step.</source>
        <translation>Columnas factor, value, score: 0 es seguro, 1 peligroso. De un factor con clases, una fila por código; de cualquier otro la puntuación es lineal entre dos valores y se mantiene más allá de ellos, y un valor que está dos veces hace un escalón.</translation>
    </message>
    <message>
        <source>Columns {value}, as 'Build trigger scenarios' writes them. Left empty, the table below is used.</source>
        <translation>Columnas {value}, como las escribe 'Build trigger scenarios'. Vacío, se usa la tabla de abajo.</translation>
    </message>
    <message>
        <source>Columns {value}, one row of which is the storm that set the landslides off. Left empty, the table below is used.</source>
        <translation>Columnas {value}, una de cuyas filas es la tormenta que causó los deslizamientos. Vacío, se usa la tabla de abajo.</translation>
    </message>
    <message>
        <source>Compiling the terrain kernels; only the first run takes this half a minute</source>
        <translation>Se compilan los núcleos de terreno; solo la primera ejecución tarda este medio minuto</translation>
    </message>
    <message>
        <source>Complete the table</source>
        <translation>Complete la tabla</translation>
    </message>
    <message>
        <source>Computed by {name}; needs about {need} MiB of memory{limit}</source>
        <translation>Calculado por {name}; necesita unos {need} MiB de memoria{limit}</translation>
    </message>
    <message>
        <source>Conductivity Ks (m/s)</source>
        <translation>Conductividad Ks (m/s)</translation>
    </message>
    <message>
        <source>Conformal sets</source>
        <translation>Conjuntos conformes</translation>
    </message>
    <message>
        <source>Conformal sets: {describe}. {CAVEAT}</source>
        <translation>Conjuntos conformes: {describe}. {CAVEAT}</translation>
    </message>
    <message>
        <source>Conformal set{suffix}</source>
        <translation>Conjunto conforme{suffix}</translation>
    </message>
    <message>
        <source>Confusion matrices</source>
        <translation>Matrices de confusión</translation>
    </message>
    <message>
        <source>Confusion matrix at the training threshold</source>
        <translation>Matriz de confusión en el umbral del entrenamiento</translation>
    </message>
    <message>
        <source>Confusion matrix of every method</source>
        <translation>Matriz de confusión de cada método</translation>
    </message>
    <message>
        <source>Consistency describes the model; it is not a measure of quality. A model that follows the physics and predicts no better than the physics alone has not gained by it.</source>
        <translation>La coherencia describe el modelo; no mide su calidad. Un modelo que sigue la física y no predice mejor que la física sola no ha ganado con ella.</translation>
    </message>
    <message>
        <source>Consistency ratio {ratio}, above {MOST_RATIO}: the comparisons contradict each other</source>
        <translation>Razón de consistencia {ratio}, mayor que {MOST_RATIO}: las comparaciones se contradicen</translation>
    </message>
    <message>
        <source>Consistency ratio {ratio}, at most {MOST_RATIO}</source>
        <translation>Razón de consistencia {ratio}, como mucho {MOST_RATIO}</translation>
    </message>
    <message>
        <source>Consistency with physics</source>
        <translation>Coherencia con la física</translation>
    </message>
    <message>
        <source>Consistency with slope physics and triggers</source>
        <translation>Coherencia con la física de la ladera y los desencadenantes</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Constant over the samples, so not part of the model: {value}</source>
        <translation>Constante en las muestras, así que no es parte del modelo: {value}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Continues the rain on the same cells and in the same steps; of measured steps nothing is taken from it.</source>
        <translation>Continúa la lluvia en las mismas celdas y con los mismos pasos; de los pasos medidos no se toma nada de ella.</translation>
    </message>
    <message>
        <source>Coordinate {axis} of a table without geometry, in metres: folds are made by place.</source>
        <translation>Coordenada {axis} de una tabla sin geometría, en metros: las particiones se hacen por lugar.</translation>
    </message>
    <message>
        <source>Correlation over the accepted sets. {words}</source>
        <translation>Correlación en los conjuntos aceptados. {words}</translation>
    </message>
    <message>
        <source>Counted on every cell. Members that agree may still be wrong together.</source>
        <translation>Contado en cada celda. Miembros que concuerdan pueden equivocarse juntos.</translation>
    </message>
    <message>
        <source>Coverage on folds held out</source>
        <translation>Cobertura en particiones reservadas</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>Curves of every method</source>
        <translation>Curvas de cada método</translation>
    </message>
    <message>
        <source>Curves of typical cells</source>
        <translation>Curvas de celdas típicas</translation>
    </message>
    <message>
        <source>Curves of typical cells over the return period</source>
        <translation>Curvas de celdas típicas según el período de retorno</translation>
    </message>
    <message>
        <source>Cut by the edge</source>
        <translation>Cortada por el borde</translation>
    </message>
    <message>
        <source>Cut points need at least {CLASSES} landslides with a probability, got {usable}</source>
        <translation>Los puntos de corte necesitan al menos {CLASSES} deslizamientos con probabilidad; hay {usable}</translation>
    </message>
    <message>
        <source>Cut points were set once, at training, so that the classes hold {held} % of the held-out landslides (Very high first). </source>
        <translation>Los puntos de corte se fijaron una vez, en el entrenamiento, para que las clases contengan {held} % de los deslizamientos reservados (primero Muy alta). </translation>
    </message>
    <message>
        <source>Cut points {values} must be four numbers that do not fall</source>
        <translation>Los puntos de corte {values} deben ser cuatro números no decrecientes</translation>
    </message>
    <message>
        <source>DANGER is auto, but which end of {field} of {name} is dangerous is not known; set DANGER to high (large numbers are dangerous) or low</source>
        <translation>DANGER es auto, pero no se sabe qué extremo de {field} de {name} es peligroso; ponga DANGER en high (los números grandes son peligrosos) o low</translation>
    </message>
    <message>
        <source>DEM {name} has {bands} bands; the first is used</source>
        <translation>El MDE {name} tiene {bands} bandas; se usa la primera</translation>
    </message>
    <message>
        <source>DEM {name} holds heights from {low} to {high}; allowed are {PLAUSIBLE_M} to {PLAUSIBLE_M2} m; check its no-data value (NODATA), its band and HEIGHT_UNIT</source>
        <translation>El MDE {name} contiene alturas de {low} a {high}; se admite de {PLAUSIBLE_M} a {PLAUSIBLE_M2} m; compruebe su valor sin datos (NODATA), su banda y HEIGHT_UNIT</translation>
    </message>
    <message>
        <source>DEM {name} is 0 in {zeros} cells and nowhere else below {beside_zero}: if 0 marks no-data, say {settled} or declare it (Translate), or slopes beside these cells are wrong</source>
        <translation>El MDE {name} es 0 en {zeros} celdas y en ninguna otra parte baja de {beside_zero}: si 0 marca sin datos, indique {settled} o declárelo (Traducir), o las pendientes junto a esas celdas serán erróneas</translation>
    </message>
    <message>
        <source>DEM {name} says its heights are in feet, but they are taken as metres, so that slopes come out too steep; set HEIGHT_UNIT to feet if that is so</source>
        <translation>El MDE {name} dice que sus alturas están en pies, pero se toman como metros, así que las pendientes salen demasiado fuertes; ponga HEIGHT_UNIT en pies si es así</translation>
    </message>
    <message>
        <source>DEM {name}: {rows} rows x {cols} columns of {cell_width} x {cell_height}, {crs_name}, {missing} cells ({value} %) without data</source>
        <translation>MDE {name}: {rows} filas x {cols} columnas de {cell_width} x {cell_height}, {crs_name}, {missing} celdas ({value} %) sin datos</translation>
    </message>
    <message>
        <source>DEPTH has no value in {filled} cells of release areas; they have HEIGHT</source>
        <translation>DEPTH no tiene valor en {filled} celdas de áreas de desprendimiento; toman HEIGHT</translation>
    </message>
    <message>
        <source>DEPTH has no value in {lacking} cells of release areas; give HEIGHT, the depth to take there</source>
        <translation>DEPTH no tiene valor en {lacking} celdas de áreas de desprendimiento; indique HEIGHT, la profundidad que se toma allí</translation>
    </message>
    <message>
        <source>DEPTH {name} holds {value} m in a release area; allowed: 0 or more, so say its no-data value (NODATA) or declare it (Translate)</source>
        <translation>DEPTH {name} contiene {value} m en un área de desprendimiento; se admite: 0 o más, así que indique su valor sin datos (NODATA) o declárelo (Traducir)</translation>
    </message>
    <message>
        <source>DEPTH_FIELD is not set; name the field with the depth of failure in metres</source>
        <translation>DEPTH_FIELD no está definido; nombre el campo con la profundidad de rotura en metros</translation>
    </message>
    <message>
        <source>DRY_GAP is {dry_gap_h} h, shorter than the step of {step_h} h; give a step or more</source>
        <translation>DRY_GAP es {dry_gap_h} h, menos que el paso de {step_h} h; indique un paso o más</translation>
    </message>
    <message>
        <source>Dangerous end</source>
        <translation>Extremo peligroso</translation>
    </message>
    <message>
        <source>Dashed: threshold.</source>
        <translation>Discontinua: umbral.</translation>
    </message>
    <message>
        <source>Date of the folds</source>
        <translation>Fecha de las particiones</translation>
    </message>
    <message>
        <source>Date of {name}</source>
        <translation>Fecha de {name}</translation>
    </message>
    <message>
        <source>Dates of factors hold {entry}; write name=date with ; between, such as dem=2011; ndvi=2018-05</source>
        <translation>Las fechas de los factores contienen {entry}; escriba nombre=fecha separados por ;, como dem=2011; ndvi=2018-05</translation>
    </message>
    <message>
        <source>Densities of landslides by class</source>
        <translation>Densidades de deslizamientos por clase</translation>
    </message>
    <message>
        <source>Density by class: {escape}</source>
        <translation>Densidad por clase: {escape}</translation>
    </message>
    <message>
        <source>Density of landslide areas</source>
        <translation>Densidad de áreas de deslizamiento</translation>
    </message>
    <message>
        <source>Density ratio</source>
        <translation>Razón de densidad</translation>
    </message>
    <message>
        <source>Density ratio: share of landslides over share of area; 1 is the mean of the map. </source>
        <translation>Razón de densidad: proporción de deslizamientos entre proporción del área; 1 es la media del mapa. </translation>
    </message>
    <message>
        <source>Depth (m)</source>
        <translation>Profundidad (m)</translation>
    </message>
    <message>
        <source>Depth (mm)</source>
        <translation>Lámina (mm)</translation>
    </message>
    <message>
        <source>Depth of the layer</source>
        <translation>Profundidad de la capa</translation>
    </message>
    <message>
        <source>Depth of the model's layer{suffix}</source>
        <translation>Profundidad de la capa del modelo{suffix}</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Design storm of T {period_yr} yr: {depth_mm} mm in {duration_h} h ending {value} UTC, {earlier}; T belongs to the storm alone</source>
        <translation>Tormenta de diseño de T {period_yr} años: {depth_mm} mm en {duration_h} h que terminan el {value} UTC, {earlier}; T pertenece solo a la tormenta</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Dispositivo o recurso ocupado</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Difference of AUROC</source>
        <translation>Diferencia de AUROC</translation>
    </message>
    <message>
        <source>Difference of AUROC over spatial folds</source>
        <translation>Diferencia de AUROC en particiones espaciales</translation>
    </message>
    <message>
        <source>Difference of every method's map to the map of this report</source>
        <translation>Diferencia del mapa de cada método con el mapa de este informe</translation>
    </message>
    <message>
        <source>Difference of the area under the ROC curve (AUROC) of two methods in the same folds: dot, mean; bar, 95 % interval corrected for folds that share training data (Nadeau and Bengio 2003). Better or worse: the 95 % interval excludes 0; probably: the 80 % one does. Blue, better (circle) or probably (triangle up); orange, worse (diamond) or probably (triangle down); grey square, no difference shown.</source>
        <translation>Diferencia del área bajo la curva ROC (AUROC) de dos métodos en las mismas particiones: punto, media; barra, intervalo del 95 % corregido por particiones que comparten datos de entrenamiento (Nadeau y Bengio 2003). Mejor o peor: el intervalo del 95 % excluye 0; probablemente: lo hace el del 80 %. Azul, mejor (círculo) o probablemente (triángulo arriba); naranja, peor (rombo) o probablemente (triángulo abajo); cuadrado gris, no se muestra diferencia.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Differences between models</source>
        <translation>Diferencias entre modelos</translation>
    </message>
    <message>
        <source>Differences between return periods are imposed by physics and by the order of the triggers, not learnt.</source>
        <translation>Las diferencias entre períodos de retorno las imponen la física y el orden de los desencadenantes, no se aprenden.</translation>
    </message>
    <message>
        <source>Differences between return periods come from the events of the dated landslides, from physics and from the order of the triggers.</source>
        <translation>Las diferencias entre períodos de retorno vienen de los eventos de los deslizamientos fechados, de la física y del orden de los desencadenantes.</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>La carpeta no está vacía</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Cuota de disco excedida</translation>
    </message>
    <message>
        <source>Dissimilarity index</source>
        <translation>Índice de disimilitud</translation>
    </message>
    <message>
        <source>Distance (km)</source>
        <translation>Distancia (km)</translation>
    </message>
    <message>
        <source>Distance between samples is {min_distance_m} m; allowed: 0 or more</source>
        <translation>La distancia entre muestras es {min_distance_m} m; se admite: 0 o más</translation>
    </message>
    <message>
        <source>Distance of the log odds from their mean over typical cells</source>
        <translation>Distancia del logaritmo de la razón de probabilidades a su media en celdas típicas</translation>
    </message>
    <message>
        <source>Distance of the pair (km)</source>
        <translation>Distancia del par (km)</translation>
    </message>
    <message>
        <source>Distance to faults</source>
        <translation>Distancia a fallas</translation>
    </message>
    <message>
        <source>Distance to rivers</source>
        <translation>Distancia a ríos</translation>
    </message>
    <message>
        <source>Distance to roads</source>
        <translation>Distancia a carreteras</translation>
    </message>
    <message>
        <source>Distance to the nearest training sample</source>
        <translation>Distancia a la muestra de entrenamiento más cercana</translation>
    </message>
    <message>
        <source>Distance to training (m)</source>
        <translation>Distancia al entrenamiento (m)</translation>
    </message>
    <message>
        <source>Distances of prediction: median {median} m over the map, {median2} m held out; Wasserstein distance {wasserstein_m} m, of random folds {wasserstein_m2} m</source>
        <translation>Distancias de predicción: mediana {median} m en el mapa, {median2} m reservada; distancia de Wasserstein {wasserstein_m} m, de particiones al azar {wasserstein_m2} m</translation>
    </message>
    <message>
        <source>Distribution of every factor at landslides and at stable places</source>
        <translation>Distribución de cada factor en deslizamientos y en lugares estables</translation>
    </message>
    <message>
        <source>Dots: blue sets hold 90 % of the weight, grey ones the rest; red line: best estimate, a set that was run, near the mean of the accepted ones. Up: log-likelihood below the best, tempered.</source>
        <translation>Puntos: los conjuntos azules contienen el 90 % del peso, los grises el resto; línea roja: mejor estimación, un conjunto que se ejecutó, cerca de la media de los aceptados. Hacia arriba: log-verosimilitud por debajo de la mejor, atemperada.</translation>
    </message>
    <message>
        <source>Duration of the event, h</source>
        <translation>Duración del evento, h</translation>
    </message>
    <message>
        <source>END is not set; give when the design storm ends, as 2020-08-30 20:00 (UTC)</source>
        <translation>END no está definido; indique cuándo termina la tormenta de diseño, como 2020-08-30 20:00 (UTC)</translation>
    </message>
    <message>
        <source>Each fold is calibrated by what was learnt on the other folds. A slope of 1 is right.</source>
        <translation>Cada partición se calibra con lo aprendido en las demás. Una pendiente de 1 es correcta.</translation>
    </message>
    <message>
        <source>Each member on the block of samples it was stopped on, after every epoch; dot, the epoch whose weights were kept. Total: the loss, relative to epoch 0{value}. At epoch 0 the network adds nothing to the linear part{value2}</source>
        <translation>Cada miembro en el bloque de muestras con que se detuvo, después de cada época; punto, la época cuyos pesos se conservaron. Total: la pérdida, relativa a la época 0{value}. En la época 0 la red no añade nada a la parte lineal{value2}</translation>
    </message>
    <message>
        <source>Each model learns from the stressed inventory and is judged, in spatial folds, on the landslides as given. Landslides are moved as far as said, each in a random direction; missing ones are left out of the training.</source>
        <translation>Cada modelo aprende del inventario perturbado y se evalúa, en particiones espaciales, con los deslizamientos como se dieron. Los deslizamientos se mueven lo dicho, cada uno en una dirección al azar; los que faltan se omiten del entrenamiento.</translation>
    </message>
    <message>
        <source>Each sample is judged by sets weighed without the landslides of its part of the ground. The log loss sees the level of the probability; the AUROC only ranks, cannot see the level of the factor of safety, and accepts nothing here.</source>
        <translation>Cada muestra se evalúa con conjuntos ponderados sin los deslizamientos de su parte del terreno. La pérdida logarítmica ve el nivel de la probabilidad; el AUROC solo ordena, no puede ver el nivel del factor de seguridad, y aquí no acepta nada.</translation>
    </message>
    <message>
        <source>Each sample was trained with triggers of its own from rasters. Figures that explain the model use the mean of the samples in each scenario.</source>
        <translation>Cada muestra se entrenó con desencadenantes propios de rásteres. Las figuras que explican el modelo usan la media de las muestras en cada escenario.</translation>
    </message>
    <message>
        <source>East</source>
        <translation>Este</translation>
    </message>
    <message>
        <source>Effect of this layer over that of all layers</source>
        <translation>Efecto de esta capa sobre el de todas</translation>
    </message>
    <message>
        <source>Elevation (m)</source>
        <translation>Elevación (m)</translation>
    </message>
    <message>
        <source>Entered as</source>
        <translation>Entra como</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropía</translation>
    </message>
    <message>
        <source>Entropy is that of a probability, and this model gives a relative intensity; leave it out</source>
        <translation>La entropía es la de una probabilidad, y este modelo da una intensidad relativa; omítala</translation>
    </message>
    <message>
        <source>Epistemic entropy</source>
        <translation>Entropía epistémica</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>Error by distance, and learning curve</source>
        <translation>Error según la distancia, y curva de aprendizaje</translation>
    </message>
    <message>
        <source>Errors of the inventory, such as missed or misplaced landslides, are in no figure on this page.</source>
        <translation>Los errores del inventario, como deslizamientos omitidos o mal situados, no están en ninguna cifra de esta página.</translation>
    </message>
    <message>
        <source>Event {event} ends at {texts}, not after its start at {texts2}</source>
        <translation>El evento {event} termina en {texts}, no después de su inicio en {texts2}</translation>
    </message>
    <message>
        <source>Event {event} has only one of {START} and {END}; give both or none</source>
        <translation>El evento {event} tiene solo uno de {START} y {END}; indique ambos o ninguno</translation>
    </message>
    <message>
        <source>Event {event} has rain and series; give one of them</source>
        <translation>El evento {event} tiene lluvia y serie; indique una de las dos</translation>
    </message>
    <message>
        <source>Event {event} has rain of {duration_h} h in steps of {step_h} h, which does not tell {column}; give it a number of its own, or leave the column out of the scenario table</source>
        <translation>El evento {event} tiene lluvia de {duration_h} h en pasos de {step_h} h, que no dice {column}; dele un número propio, o quite la columna de la tabla de escenarios</translation>
    </message>
    <message>
        <source>Event {event} lasts from {iso} to {iso2}, no whole number of the steps of {step_h} h of {name}; let start and end be ends of its steps</source>
        <translation>El evento {event} dura de {iso} a {iso2}, que no es un número entero de los pasos de {step_h} h de {name}; haga que inicio y final sean finales de sus pasos</translation>
    </message>
    <message>
        <source>Event {event} names rain, but not from when to when; give {START} and {END} (UTC)</source>
        <translation>El evento {event} nombra lluvia, pero no desde cuándo hasta cuándo; indique {START} y {END} (UTC)</translation>
    </message>
    <message>
        <source>Event {event}: each sample has the rain of its nearest gauge, {median} km away for half of them, {largest} km at most</source>
        <translation>Evento {event}: cada muestra tiene la lluvia de su pluviómetro más cercano, a {median} km para la mitad de ellas, a {largest} km como mucho</translation>
    </message>
    <message>
        <source>Event {event}: utc_offset holds {utc_offset}; allowed: hours ahead of UTC, such as 1</source>
        <translation>Evento {event}: utc_offset contiene {utc_offset}; se admite: horas de adelanto a UTC, como 1</translation>
    </message>
    <message>
        <source>Event {event}: {GAUGES_CRS}: {error}</source>
        <translation>Evento {event}: {GAUGES_CRS}: {error}</translation>
    </message>
    <message>
        <source>Event {event}: {RAIN} holds {named}, no file or folder beside the table of events</source>
        <translation>Evento {event}: {RAIN} contiene {named}, que no es un archivo ni una carpeta junto a la tabla de eventos</translation>
    </message>
    <message>
        <source>Event {event}: {SERIES} holds {named}, no table of series beside the table of events</source>
        <translation>Evento {event}: {SERIES} contiene {named}, que no es una tabla de series junto a la tabla de eventos</translation>
    </message>
    <message>
        <source>Event {event}: {WITHIN} holds {text}; allowed: kilometres above 0, up to {MOST_KM}</source>
        <translation>Evento {event}: {WITHIN} contiene {text}; se admiten kilómetros por encima de 0, hasta {MOST_KM}</translation>
    </message>
    <message>
        <source>Event {event}: {far} of {xy} samples have no gauge within {within_km} km and no rain; columns {WITHIN} and {GAUGES_CRS} of the table of events say how far a gauge speaks and what x and y are</source>
        <translation>Evento {event}: {far} de {xy} muestras no tienen ningún pluviómetro a menos de {within_km} km ni lluvia; las columnas {WITHIN} y {GAUGES_CRS} de la tabla de eventos dicen hasta dónde habla un pluviómetro y qué son x e y</translation>
    </message>
    <message>
        <source>Event {name} has no stable sample, so its landslides have no odds; mark stable places of that event, draw them at random, or map more ground</source>
        <translation>El evento {name} no tiene ninguna muestra estable, así que sus deslizamientos no tienen razón de probabilidades; marque lugares estables de ese evento, sortéelos al azar o cartografíe más terreno</translation>
    </message>
    <message>
        <source>Event {name} has rain over time, which gives {value}, and the scenario table has none of them but {value2}; add a column to it</source>
        <translation>El evento {name} tiene lluvia en el tiempo, que da {value}, y la tabla de escenarios no tiene ninguna de esas columnas, sino {value2}; añádale una</translation>
    </message>
    <message>
        <source>Event {name} is not in the table of events; it has {value}</source>
        <translation>El evento {name} no está en la tabla de eventos; tiene {value}</translation>
    </message>
    <message>
        <source>Event {name}: the scenario table has no return period {period_yr} ({value}), and the event has no {lacks} of its own; add the one or the other</source>
        <translation>Evento {name}: la tabla de escenarios no tiene el período de retorno {period_yr} ({value}) y el evento no tiene {lacks} propio; añada lo uno o lo otro</translation>
    </message>
    <message>
        <source>Event-duration, mm</source>
        <translation>Evento-duración, mm</translation>
    </message>
    <message>
        <source>Events named apart overlap or lie within {apart_d} days of each other ({named}{more}): by their days they are one storm, and validation leaves them out one by one, so its scores flatter; if they are one, give them one name</source>
        <translation>Hay eventos de nombres distintos que se solapan o distan {apart_d} días o menos entre sí ({named}{more}): por sus días son una sola tormenta, y la validación los deja fuera uno a uno, así que sus puntuaciones resultan demasiado favorables; si son uno solo, deles un mismo nombre</translation>
    </message>
    <message>
        <source>Events overlap in time where both were mapped ({pairs}, such as {pairs2} and {pairs3}): ground that failed in one is not taken as stable in the other, and rain that both have counts in both</source>
        <translation>Hay eventos que se solapan en el tiempo donde ambos se cartografiaron ({pairs}, como {pairs2} y {pairs3}): el terreno que falló en uno no se toma como estable en el otro, y la lluvia que comparten cuenta en ambos</translation>
    </message>
    <message>
        <source>Every cell gets the same triggers, so the rise from scenario to scenario is what the training's labels (by the return periods of their events), targets or physics say of them</source>
        <translation>Cada celda recibe los mismos desencadenantes, así que la subida de escenario a escenario es lo que dicen de ellos las etiquetas del entrenamiento (por los períodos de retorno de sus eventos), los objetivos o la física</translation>
    </message>
    <message>
        <source>Every cell gets the same triggers, so the rise from scenario to scenario is what the training's labels, targets or physics say of them; it is not read from dated landslides</source>
        <translation>Cada celda recibe los mismos desencadenantes, así que la subida de escenario a escenario es lo que las etiquetas, los objetivos o la física del entrenamiento dicen de ellos; no se lee de deslizamientos fechados</translation>
    </message>
    <message>
        <source>Every factor ({value}) is constant over the samples; a model needs at least one that varies</source>
        <translation>Todos los factores ({value}) son constantes en las muestras; un modelo necesita al menos uno que varíe</translation>
    </message>
    <message>
        <source>Every input the product knows was given.</source>
        <translation>Se dieron todas las entradas que el producto conoce.</translation>
    </message>
    <message>
        <source>Every set is run through the kernel of Compute factor of safety on the samples. A set counts by its binomial likelihood, with the odds of the samples, not of the ground, in which landslides are as many as were drawn.</source>
        <translation>Cada conjunto pasa por el núcleo de 'Compute factor of safety' en las muestras. Un conjunto cuenta por su verosimilitud binomial, con la razón de probabilidades de las muestras, no del terreno, en las que hay tantos deslizamientos como se tomaron.</translation>
    </message>
    <message>
        <source>Exchange them (Swap X and Y coordinates)</source>
        <translation>Intercámbielas (Intercambiar coordenadas X e Y)</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperados</translation>
    </message>
    <message>
        <source>Expert overlay: {STANDING}</source>
        <translation>Superposición experta: {STANDING}</translation>
    </message>
    <message>
        <source>Exponent of D</source>
        <translation>Exponente de D</translation>
    </message>
    <message>
        <source>Export the band you mean</source>
        <translation>Exporte la banda que quiere</translation>
    </message>
    <message>
        <source>Extended depth is {extend_to_m} m; it must be over {depths} m</source>
        <translation>La profundidad ampliada es {extend_to_m} m; debe superar {depths} m</translation>
    </message>
    <message>
        <source>FACTOR_KINDS holds {entry}; allowed: factor=kind with kind one of {value}</source>
        <translation>FACTOR_KINDS contiene {entry}; se admite: factor=tipo con un tipo de {value}</translation>
    </message>
    <message>
        <source>FIXED_INTERVAL is for annual maxima alone; leave it out with this source of rain</source>
        <translation>FIXED_INTERVAL es solo para máximos anuales; omítalo con esta fuente de lluvia</translation>
    </message>
    <message>
        <source>FOLDER is not set and the project is not saved, so there is no folder beside it; save the project, or give FOLDER</source>
        <translation>FOLDER no está definido y el proyecto no está guardado, así que no hay carpeta a su lado; guarde el proyecto o indique FOLDER</translation>
    </message>
    <message>
        <source>FOLDER: {folder} holds files already; give a new or an empty folder</source>
        <translation>FOLDER: {folder} ya contiene archivos; indique una carpeta nueva o vacía</translation>
    </message>
    <message>
        <source>FOLD_SCHEME is {scheme}, which units do not have; allowed: {value} (a field may hold the year or the event)</source>
        <translation>FOLD_SCHEME es {scheme}, que las unidades no tienen; se admite: {value} (un campo puede contener el año o el evento)</translation>
    </message>
    <message>
        <source>FORM=legacy looks at one depth, its own water and no roots</source>
        <translation>FORM=legacy mira una profundidad, su propia agua y ninguna raíz</translation>
    </message>
    <message>
        <source>FS is known at {fs} of {samples} samples. Called by both: {both} % of these; by the model alone: {model} %; by FS alone: {physics} %; by neither: {value} %.</source>
        <translation>FS se conoce en {fs} de {samples} muestras. Señaladas por ambos: {both} % de ellas; solo por el modelo: {model} %; solo por FS: {physics} %; por ninguno: {value} %.</translation>
    </message>
    <message>
        <source>FS not assessed</source>
        <translation>FS no evaluado</translation>
    </message>
    <message>
        <source>FS-rho, held out</source>
        <translation>FS-rho, reservado</translation>
    </message>
    <message>
        <source>FS: factor of safety, resisting over driving forces of the infinite slope, red below 1. </source>
        <translation>FS: factor de seguridad, fuerzas resistentes entre actuantes de la ladera infinita, rojo por debajo de 1. </translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>Factor of safety FS (resisting over driving forces of the infinite slope) at the samples in each scenario T (return period of the rain in years): left and orange, landslides; right and blue, stable places. Box: quarter, median, three quarters; whiskers: 5th and 95th percentile. Line: FS = 1. FS is 1 or less at {landslides} of the landslides and {stable} of the stable places in {reference}.</source>
        <translation>Factor de seguridad FS (fuerzas resistentes entre actuantes de la ladera infinita) en las muestras en cada escenario T (período de retorno de la lluvia en años): izquierda y naranja, deslizamientos; derecha y azul, lugares estables. Caja: cuartil, mediana, tercer cuartil; bigotes: percentiles 5 y 95. Línea: FS = 1. FS es 1 o menos en {landslides} de los deslizamientos y {stable} de los lugares estables en {reference}.</translation>
    </message>
    <message>
        <source>Factor of safety FS, {reference}</source>
        <translation>Factor de seguridad FS, {reference}</translation>
    </message>
    <message>
        <source>Factor of safety at landslides and at stable places</source>
        <translation>Factor de seguridad en deslizamientos y en lugares estables</translation>
    </message>
    <message>
        <source>Factor of safety at landslides and at stable places by scenario</source>
        <translation>Factor de seguridad en deslizamientos y en lugares estables por escenario</translation>
    </message>
    <message>
        <source>Factor of safety, {reference}</source>
        <translation>Factor de seguridad, {reference}</translation>
    </message>
    <message>
        <source>Factor that comes in</source>
        <translation>Factor que entra</translation>
    </message>
    <message>
        <source>Factor {name} has transform {transform}; allowed: {value}</source>
        <translation>El factor {name} tiene la transformación {transform}; se admite: {value}</translation>
    </message>
    <message>
        <source>Factor {name} is in both {name2} and {name3}; keep one of them</source>
        <translation>El factor {name} está en {name2} y en {name3}; conserve uno de ellos</translation>
    </message>
    <message>
        <source>Factor {name} is of kind {kind}; allowed: {value}</source>
        <translation>El factor {name} es del tipo {kind}; se admite: {value}</translation>
    </message>
    <message>
        <source>Factor {name} of {name2}</source>
        <translation>Factor {name} de {name2}</translation>
    </message>
    <message>
        <source>Factor {name} of {name2} is categorical but holds {fraction}; codes are whole numbers; choose the raster of codes, or say FACTOR_KINDS {name3}=continuous</source>
        <translation>El factor {name} de {name2} es categórico pero contiene {fraction}; los códigos son números enteros; elija el ráster de códigos o indique FACTOR_KINDS {name3}=continuous</translation>
    </message>
    <message>
        <source>Factor {value} has no-data in training rows; drop those rows before training</source>
        <translation>El factor {value} tiene sin datos en filas de entrenamiento; elimine esas filas antes de entrenar</translation>
    </message>
    <message>
        <source>Factor {value} is given more than once; keep one of each</source>
        <translation>El factor {value} se indica más de una vez; conserve uno de cada</translation>
    </message>
    <message>
        <source>Factors (dashed: kept)</source>
        <translation>Factores (discontinua: conservados)</translation>
    </message>
    <message>
        <source>Factors and coefficients</source>
        <translation>Factores y coeficientes</translation>
    </message>
    <message>
        <source>Factors at landslides and at stable places</source>
        <translation>Factores en deslizamientos y en lugares estables</translation>
    </message>
    <message>
        <source>Factors selected</source>
        <translation>Factores seleccionados</translation>
    </message>
    <message>
        <source>Factors selected for {inventory}</source>
        <translation>Factores seleccionados para {inventory}</translation>
    </message>
    <message>
        <source>Factors that lower the held-out score of logistic regression with a ridge: {words}</source>
        <translation>Factores que bajan la puntuación reservada de la regresión logística con penalización ridge: {words}</translation>
    </message>
    <message>
        <source>Factors that others nearly give (variance inflation above {HIGH_INFLATION}): {value}</source>
        <translation>Factores que los demás casi dan (inflación de la varianza mayor que {HIGH_INFLATION}): {value}</translation>
    </message>
    <message>
        <source>Factors {said} and {said2} say the same (correlation {values}); leave one out</source>
        <translation>Los factores {said} y {said2} dicen lo mismo (correlación {values}); omita uno</translation>
    </message>
    <message>
        <source>Factors {value} and {said} say the same ({values} correlations, {min} to {max} in size); keep one of them</source>
        <translation>Los factores {value} y {said} dicen lo mismo ({values} correlaciones, de {min} a {max} en magnitud); conserve uno de ellos</translation>
    </message>
    <message>
        <source>Factors, landslide and stable</source>
        <translation>Factores, deslizamientos y estables</translation>
    </message>
    <message>
        <source>Factors: no {value}</source>
        <translation>Factores: sin {value}</translation>
    </message>
    <message>
        <source>Failures may begin here; nothing is said of how far they run</source>
        <translation>Aquí pueden empezar roturas; nada se dice de cuán lejos llegan</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>False alarms, share of stable samples</source>
        <translation>Falsas alarmas, proporción de las muestras estables</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Tasa de falsos positivos</translation>
    </message>
    <message>
        <source>Families of models in the stacked mean, each with as many votes as it earned on held-out ground; one alone is stored as it is.</source>
        <translation>Familias de modelos de la media apilada, cada una con tantos votos como ganó en terreno reservado; una sola se guarda tal cual.</translation>
    </message>
    <message>
        <source>Families of models in the stacked mean, each with as many votes as it earned on held-out units; one alone is stored as it is. {value} need no modelling environment.</source>
        <translation>Familias de modelos de la media apilada, cada una con tantos votos como ganó en unidades reservadas; una sola se guarda tal cual. {value} no necesitan el entorno de modelado.</translation>
    </message>
    <message>
        <source>Feature {value} gives {counts} of {total} landslide samples; all of them together weigh as one landslide</source>
        <translation>El objeto {value} da {counts} de {total} muestras de deslizamiento; todas juntas pesan como un deslizamiento</translation>
    </message>
    <message>
        <source>Field conductivity (m/s)</source>
        <translation>Conductividad en el campo (m/s)</translation>
    </message>
    <message>
        <source>Field of the polygons: {label}</source>
        <translation>Campo de los polígonos: {label}</translation>
    </message>
    <message>
        <source>Field with {axis} in metres</source>
        <translation>Campo con {axis} en metros</translation>
    </message>
    <message>
        <source>Field {depth_field} of {name} holds no number; depths in metres are needed</source>
        <translation>El campo {depth_field} de {name} no contiene ningún número; hacen falta profundidades en metros</translation>
    </message>
    <message>
        <source>Field {depth_field} of {name} holds {nanmin}; depths in metres, positive down</source>
        <translation>El campo {depth_field} de {name} contiene {nanmin}; profundidades en metros, positivas hacia abajo</translation>
    </message>
    <message>
        <source>Field {field} holds {value}; allowed: years above 0, or empty</source>
        <translation>El campo {field} contiene {value}; se admite: años mayores que 0, o vacío</translation>
    </message>
    <message>
        <source>Field {field} of {layer} holds {value}, which is no coordinate</source>
        <translation>El campo {field} de {layer} contiene {value}, que no es una coordenada</translation>
    </message>
    <message>
        <source>Field {field} of {layer} holds {value}; allowed: 1 or 0, true or false, yes or no</source>
        <translation>El campo {field} de {layer} contiene {value}; se admite: 1 o 0, true o false, sí o no (yes o no)</translation>
    </message>
    <message>
        <source>Field {label_field} of {name} marks no feature as a landslide (1)</source>
        <translation>El campo {label_field} de {name} no marca ningún objeto como deslizamiento (1)</translation>
    </message>
    <message>
        <source>Field {label} is the label and a factor; leave it out of FIELDS</source>
        <translation>El campo {label} es la etiqueta y un factor; quítelo de FIELDS</translation>
    </message>
    <message>
        <source>Field {label} of {name} holds but one kind of label; both 1 and 0 are needed</source>
        <translation>El campo {label} de {name} contiene un solo tipo de etiqueta; hacen falta 1 y 0</translation>
    </message>
    <message>
        <source>Field {name} holds text; allowed: the share drawn, above 0, up to 1</source>
        <translation>El campo {name} contiene texto; se admite: la proporción sorteada, mayor que 0, hasta 1</translation>
    </message>
    <message>
        <source>Field {name} holds {word}; an event needs a day, such as 2020-08-30</source>
        <translation>El campo {name} contiene {word}; un evento necesita un día, como 2020-08-30</translation>
    </message>
    <message>
        <source>Field {name} of {layer}</source>
        <translation>Campo {name} de {layer}</translation>
    </message>
    <message>
        <source>Field {name} of {layer} is categorical but holds {part}; codes are whole numbers: choose another field, or say FACTOR_KINDS {name2}=continuous</source>
        <translation>El campo {name} de {layer} es categórico pero contiene {part}; los códigos son números enteros: elija otro campo o indique FACTOR_KINDS {name2}=continuous</translation>
    </message>
    <message>
        <source>Field {name} of {name2} has no value; leave it out</source>
        <translation>El campo {name} de {name2} no tiene ningún valor; omítalo</translation>
    </message>
    <message>
        <source>Field {name} of {name2} holds numbers; the model knows names ({value})</source>
        <translation>El campo {name} de {name2} contiene números; el modelo conoce nombres ({value})</translation>
    </message>
    <message>
        <source>Field {name} of {name2} holds only 0 ({value} features) and 1 ({ones} features), as labels do: features with 0 are no landslides. Give LABEL_FIELD={name3}, or tick ALL_LANDSLIDES if all are landslides</source>
        <translation>El campo {name} de {name2} contiene solo 0 ({value} objetos) y 1 ({ones} objetos), como las etiquetas: los objetos con 0 no son deslizamientos. Indique LABEL_FIELD={name3}, o marque ALL_LANDSLIDES si todos son deslizamientos</translation>
    </message>
    <message>
        <source>Field {name} of {name2} holds {names} different words in {given} rows, so it names single units and is no class; leave it out</source>
        <translation>El campo {name} de {name2} contiene {names} palabras distintas en {given} filas, así que nombra unidades sueltas y no es una clase; omítalo</translation>
    </message>
    <message>
        <source>Field {name} of {name2} holds {text}, which is no number</source>
        <translation>El campo {name} de {name2} contiene {text}, que no es un número</translation>
    </message>
    <message>
        <source>Field {storm} is empty in {count} rows; each has a storm</source>
        <translation>El campo {storm} está vacío en {count} filas; cada una tiene una tormenta</translation>
    </message>
    <message>
        <source>Field {value} is chosen twice; choose each once</source>
        <translation>El campo {value} se elige dos veces; elija cada uno una vez</translation>
    </message>
    <message>
        <source>Field {value} is no factor of the ground; leave it out of the factors</source>
        <translation>El campo {value} no es un factor del terreno; quítelo de los factores</translation>
    </message>
    <message>
        <source>Field {where}</source>
        <translation>Campo {where}</translation>
    </message>
    <message>
        <source>Field {where} holds {shown}; allowed: 1 or 0, true or false, yes or no (1 = landslide, 0 = stable)</source>
        <translation>El campo {where} contiene {shown}; se admite: 1 o 0, true o false, sí o no (yes o no) (1 = deslizamiento, 0 = estable)</translation>
    </message>
    <message>
        <source>Figure {number}</source>
        <translation>Figura {number}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>El archivo ya existe</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Nombre de archivo demasiado largo</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Archivo demasiado grande</translation>
    </message>
    <message>
        <source>Files of this report</source>
        <translation>Archivos de este informe</translation>
    </message>
    <message>
        <source>Filled {cells} cells in depressions, by up to {by_m} m</source>
        <translation>Se rellenaron {cells} celdas en depresiones, hasta {by_m} m</translation>
    </message>
    <message>
        <source>Filter them, or take another DEM: slope and curvature follow the stripes</source>
        <translation>Fíltrelas, o tome otro MDE: pendiente y curvatura siguen las franjas</translation>
    </message>
    <message>
        <source>Final model of {single} families</source>
        <translation>Modelo final de {single} familias</translation>
    </message>
    <message>
        <source>First {count} of {labels} points.</source>
        <translation>Los primeros {count} de {labels} puntos.</translation>
    </message>
    <message>
        <source>Fit beside cross-validation, random beside spatial folds</source>
        <translation>Ajuste junto a validación cruzada, particiones al azar junto a espaciales</translation>
    </message>
    <message>
        <source>Fit {distribution} by {method} is not known; allowed: {value} by {value2}</source>
        <translation>No se conoce el ajuste {distribution} por {method}; se admite: {value} por {value2}</translation>
    </message>
    <message>
        <source>Fit, random and spatial folds</source>
        <translation>Ajuste, particiones al azar y espaciales</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Concuerda</translation>
    </message>
    <message>
        <source>Fits, see note</source>
        <translation>Concuerda, vea la nota</translation>
    </message>
    <message>
        <source>Five-term ladder, cut points of this study</source>
        <translation>Escala de cinco términos, puntos de corte de este estudio</translation>
    </message>
    <message>
        <source>Flat patches are {flat_patches}; allowed: {value}</source>
        <translation>Las zonas planas son {flat_patches}; se admite: {value}</translation>
    </message>
    <message>
        <source>Flow method is {method}; allowed: {value}</source>
        <translation>El método de flujo es {method}; se admite: {value}</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Partición</translation>
    </message>
    <message>
        <source>Fold {value}</source>
        <translation>Partición {value}</translation>
    </message>
    <message>
        <source>Folder of a trained model: the terrain factors it needs are derived, in place of those chosen.</source>
        <translation>Carpeta de un modelo entrenado: se derivan los factores del terreno que necesita, en lugar de los elegidos.</translation>
    </message>
    <message>
        <source>Folder written by 'Train event model'.</source>
        <translation>Carpeta escrita por 'Train event model'.</translation>
    </message>
    <message>
        <source>Folder written by 'Train on mapping units'.</source>
        <translation>Carpeta escrita por 'Train on mapping units'.</translation>
    </message>
    <message>
        <source>Folder written by 'Train susceptibility ensemble' or 'Physics-informed training', with scenarios.</source>
        <translation>Carpeta escrita por 'Train susceptibility ensemble' o 'Physics-informed training', con escenarios.</translation>
    </message>
    <message>
        <source>Folder written by 'Train susceptibility ensemble', 'Physics-informed training' or 'Compare models'.</source>
        <translation>Carpeta escrita por 'Train susceptibility ensemble', 'Physics-informed training' o 'Compare models'.</translation>
    </message>
    <message>
        <source>Folder written by a training, or that of one model written by 'Compare models'.</source>
        <translation>Carpeta escrita por un entrenamiento, o la de un modelo escrita por 'Compare models'.</translation>
    </message>
    <message>
        <source>Folder written by a training.</source>
        <translation>Carpeta escrita por un entrenamiento.</translation>
    </message>
    <message>
        <source>Folder {folder} cannot be made: {strerror}; choose another one</source>
        <translation>No se puede crear la carpeta {folder}: {strerror}; elija otra</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Particiones</translation>
    </message>
    <message>
        <source>Folds by a field need the field whose values are left out in turn; name FOLD_FIELD</source>
        <translation>Las particiones por un campo necesitan el campo cuyos valores se reservan por turno; nombre FOLD_FIELD</translation>
    </message>
    <message>
        <source>Folds by date need the date of each landslide; name the landslide date field</source>
        <translation>Las particiones por fecha necesitan la fecha de cada deslizamiento; nombre el campo de fecha</translation>
    </message>
    <message>
        <source>Folds by date need the day from which landslides are held out; give FOLD_DATE, such as 2010-06-15</source>
        <translation>Las particiones por fecha necesitan el día desde el que se reservan deslizamientos; indique FOLD_DATE, como 2010-06-15</translation>
    </message>
    <message>
        <source>Folds by date: {before} landslide samples before {day} train, {after} from then on are scored</source>
        <translation>Particiones por fecha: {before} muestras de deslizamiento antes de {day} entrenan, {after} de entonces en adelante se puntúan</translation>
    </message>
    <message>
        <source>Folds by event need the events of the inventory; give the event field, the mapped area and the scenarios, or choose folds by a field</source>
        <translation>Las particiones por evento necesitan los eventos del inventario; indique el campo de evento, el área cartografiada y los escenarios, o elija particiones por un campo</translation>
    </message>
    <message>
        <source>Folds by region need a region layer; give one or choose another kind of folds</source>
        <translation>Las particiones por región necesitan una capa de regiones; indique una o elija otro tipo de particiones</translation>
    </message>
    <message>
        <source>Folds by region need units with a place on the map; a table has none, choose other folds</source>
        <translation>Las particiones por región necesitan unidades con un lugar en el mapa; una tabla no tiene ninguno, elija otras particiones</translation>
    </message>
    <message>
        <source>Folds by {field}, with their landslide samples: {told}</source>
        <translation>Particiones por {field}, con sus muestras de deslizamiento: {told}</translation>
    </message>
    <message>
        <source>Folds by {fold_field}, with their units: {told}</source>
        <translation>Particiones por {fold_field}, con sus unidades: {told}</translation>
    </message>
    <message>
        <source>Folds by {scheme} need {needs}; give it or choose another kind of folds</source>
        <translation>Las particiones por {scheme} necesitan {needs}; indíquelo o elija otro tipo de particiones</translation>
    </message>
    <message>
        <source>Folds: {value} of {folds} done</source>
        <translation>Particiones: {value} de {folds} hechas</translation>
    </message>
    <message>
        <source>Forward selection with {model}: each step takes the factor that lowers the log loss most on spatial folds, and the fewest factors within one standard error of the best step are kept. {landslides} landslide and {stable} stable samples.</source>
        <translation>Selección hacia delante con {model}: cada paso toma el factor que más baja la pérdida logarítmica en particiones espaciales, y se conservan los menos factores dentro de un error típico del mejor paso. {landslides} muestras de deslizamiento y {stable} estables.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallados</translation>
    </message>
    <message>
        <source>Frame {value} of {_frames}</source>
        <translation>Cuadro {value} de {_frames}</translation>
    </message>
    <message>
        <source>Frames from {moment_words} to {moment_words2} are asked for, but {told}; move START or END</source>
        <translation>Se piden cuadros de {moment_words} a {moment_words2}, pero {told}; mueva START o END</translation>
    </message>
    <message>
        <source>Friction angle</source>
        <translation>Ángulo de fricción</translation>
    </message>
    <message>
        <source>Friction angle (deg)</source>
        <translation>Ángulo de fricción (grados)</translation>
    </message>
    <message>
        <source>From 1 event; the rest is order and physics</source>
        <translation>De 1 evento; el resto es orden y física</translation>
    </message>
    <message>
        <source>From {count} event{value}, {quiet} of them without landslides</source>
        <translation>De {count} evento(s), {quiet} de ellos sin deslizamientos</translation>
    </message>
    <message>
        <source>Gain (95 %)</source>
        <translation>Ganancia (95 %)</translation>
    </message>
    <message>
        <source>Gardner's alpha</source>
        <translation>Alfa de Gardner</translation>
    </message>
    <message>
        <source>Geotransform {geotransform} is not six finite numbers</source>
        <translation>La geotransformación {geotransform} no son seis números finitos</translation>
    </message>
    <message>
        <source>Give it as a layer of classes if it is one</source>
        <translation>Indíquela como capa de clases si lo es</translation>
    </message>
    <message>
        <source>Given this model and this inventory: ranges hold 90 % of the accepted sets, each value by itself; the low ends of several values are not accepted together.</source>
        <translation>Para este modelo y este inventario: los rangos contienen el 90 % de los conjuntos aceptados, cada valor por sí solo; los extremos bajos de varios valores no se aceptan juntos.</translation>
    </message>
    <message>
        <source>Given this rain as if it were true: errors of the rain and of its forecast are not in it. It is no warning service; whoever warns must watch, judge and answer for it. Frames are windows that overlap: never sum them.</source>
        <translation>Dada esta lluvia como si fuera cierta: los errores de la lluvia y de su pronóstico no están en ello. No es un servicio de alerta; quien alerta debe vigilar, juzgar y responder de ello. Los cuadros son ventanas que se solapan: no los sume nunca.</translation>
    </message>
    <message>
        <source>Given this rain as if it were true; no warning service. Windows overlap: never sum frames.</source>
        <translation>Dada esta lluvia como si fuera cierta; no es un servicio de alerta. Las ventanas se solapan: no sume nunca los cuadros.</translation>
    </message>
    <message>
        <source>Given this rain as if true; no warning service.</source>
        <translation>Dada esta lluvia como si fuera cierta; no es un servicio de alerta.</translation>
    </message>
    <message>
        <source>Given values go</source>
        <translation>Los valores indicados prevalecen</translation>
    </message>
    <message>
        <source>Given values go before the Settings file</source>
        <translation>Los valores indicados prevalecen sobre el archivo de ajustes</translation>
    </message>
    <message>
        <source>Going on with {there} packages fetched before, in {wheels}</source>
        <translation>Se sigue con {there} paquetes descargados antes, en {wheels}</translation>
    </message>
    <message>
        <source>Gradient boosting with logit Pf</source>
        <translation>Potenciación del gradiente con logit Pf</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <source>Half the mean squared difference of pairs of samples against their distance: of the label (1 landslide, 0 stable) and of the residual, label minus held-out probability. Dashed line: range of a spherical model fitted to the residuals, {length_words}. A residual that still rises with distance says that something which hangs together in space is not among the factors; folds smaller than the range flatter.</source>
        <translation>La mitad de la diferencia cuadrática media de pares de muestras según su distancia: de la etiqueta (1 deslizamiento, 0 estable) y del residuo, etiqueta menos probabilidad reservada. Línea discontinua: alcance de un modelo esférico ajustado a los residuos, {length_words}. Un residuo que aún sube con la distancia dice que algo que va unido en el espacio no está entre los factores; particiones menores que el alcance halagan.</translation>
    </message>
    <message>
        <source>Header, codes in the first column and names in another. Not needed where the raster has an attribute table, category names or a table </source>
        <translation>Encabezado, códigos en la primera columna y nombres en otra. No hace falta si el ráster tiene una tabla de atributos, nombres de categoría o una tabla </translation>
    </message>
    <message>
        <source>Heights on Earth are -11500 to 9500 m</source>
        <translation>Las alturas en la Tierra van de -11500 a 9500 m</translation>
    </message>
    <message>
        <source>Held out, AUROC {own} Brier {brier_mean} at the trigger of each sample, {mapped} {brier_mean2} at the reference ({scenario})</source>
        <translation>Reservado, AUROC {own} Brier {brier_mean} con el desencadenante de cada muestra, {mapped} {brier_mean2} con el de referencia ({scenario})</translation>
    </message>
    <message>
        <source>Held out, the log loss of the calibrated soil ({after}) is not below that of the share of landslides alone ({constant}): no set within the ranges gets the level of the probability right; see the storm, the law of water, the ranges and PREVALENCE</source>
        <translation>En terreno reservado, la pérdida logarítmica del suelo calibrado ({after}) no es menor que la de la sola proporción de deslizamientos ({constant}): ningún conjunto dentro de los rangos acierta el nivel de la probabilidad; vea la tormenta, la ley del agua, los rangos y PREVALENCE</translation>
    </message>
    <message>
        <source>Held-out samples</source>
        <translation>Muestras reservadas</translation>
    </message>
    <message>
        <source>Held-out samples called landslide or stable, summed over spatial folds and repeats. In each fold the threshold is the one with the largest difference of true and false positive rate (Youden 1950) on its training part. Number of samples and share of the row; dark is a large share.{map_words}</source>
        <translation>Muestras reservadas señaladas deslizamiento o estable, sumadas sobre particiones espaciales y repeticiones. En cada partición el umbral es el de mayor diferencia entre tasas de verdaderos y falsos positivos (Youden 1950) en su parte de entrenamiento. Número de muestras y proporción de la fila; oscuro es una proporción grande.{map_words}</translation>
    </message>
    <message>
        <source>Held-out samples of the first repeat by their distance from the nearest sample that trained, in fifths, and how much of the ground that the samples speak of lies as far from the samples. The map is as good as the rows that hold its ground; of the last row no score speaks.</source>
        <translation>Muestras reservadas de la primera repetición según su distancia a la muestra de entrenamiento más cercana, en quintos, y cuánto del terreno del que hablan las muestras está igual de lejos de ellas. El mapa es tan bueno como las filas que contienen su terreno; de la última fila no habla ninguna puntuación.</translation>
    </message>
    <message>
        <source>Held-out units</source>
        <translation>Unidades reservadas</translation>
    </message>
    <message>
        <source>Held-out units are those of the training, each by the models that had not seen its fold. Their share with landslides should rise from class to class.</source>
        <translation>Las unidades reservadas son las del entrenamiento, cada una por los modelos que no vieron su partición. Su proporción con deslizamientos debería crecer de clase a clase.</translation>
    </message>
    <message>
        <source>High: P as it is at the next longer return period of the table, 1 beyond {last}</source>
        <translation>Alta: P como en el siguiente período de retorno mayor de la tabla, 1 más allá de {last}</translation>
    </message>
    <message>
        <source>Highest class{suffix}</source>
        <translation>Clase más alta{suffix}</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Aciertos</translation>
    </message>
    <message>
        <source>Hits, share of landslides</source>
        <translation>Aciertos, proporción de los deslizamientos</translation>
    </message>
    <message>
        <source>How dense landslides are in each class, an inventory of the mapped area tells: 'Judge any map', or the report</source>
        <translation>Cuán densos son los deslizamientos en cada clase lo dice un inventario del área cartografiada: 'Judge any map', o el informe</translation>
    </message>
    <message>
        <source>How good it is where it was not trained</source>
        <translation>Cuán bueno es donde no se entrenó</translation>
    </message>
    <message>
        <source>How the map does in this area</source>
        <translation>Cómo le va al mapa en esta área</translation>
    </message>
    <message>
        <source>How the threshold is reached</source>
        <translation>Cómo se alcanza el umbral</translation>
    </message>
    <message>
        <source>How the {name} does on areas it has not seen is not known: no spatial fold could be scored.</source>
        <translation>No se sabe cómo le va al modelo «{name}» en áreas que no ha visto: no se pudo puntuar ninguna partición espacial.</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Cómo se lee</translation>
    </message>
    <message>
        <source>How well it predicts</source>
        <translation>Cuán bien predice</translation>
    </message>
    <message>
        <source>How well it predicts in the area of its training</source>
        <translation>Cuán bien predice en el área de su entrenamiento</translation>
    </message>
    <message>
        <source>How well it predicts where it was not trained</source>
        <translation>Cuán bien predice donde no se entrenó</translation>
    </message>
    <message>
        <source>Hydraulic conductivity</source>
        <translation>Conductividad hidráulica</translation>
    </message>
    <message>
        <source>Hydraulic conductivity in the field</source>
        <translation>Conductividad hidráulica en el campo</translation>
    </message>
    <message>
        <source>INVENTORY is not set; give the landslides as points or polygons</source>
        <translation>INVENTORY no está definido; indique los deslizamientos como puntos o polígonos</translation>
    </message>
    <message>
        <source>INVENTORY is not set; the mapped area, triggers and sizes speak of its landslides</source>
        <translation>INVENTORY no está definido; el área cartografiada, los desencadenantes y los tamaños se refieren a sus deslizamientos</translation>
    </message>
    <message>
        <source>INVENTORY is not set; the success-rate curve needs landslides, or choose another scheme</source>
        <translation>INVENTORY no está definido; la curva de tasa de éxito necesita deslizamientos, o elija otro esquema</translation>
    </message>
    <message>
        <source>INVENTORY: no landslides are given</source>
        <translation>INVENTORY: no se indican deslizamientos</translation>
    </message>
    <message>
        <source>IUGS classes</source>
        <translation>Clases de la IUGS</translation>
    </message>
    <message>
        <source>Identifier of the model</source>
        <translation>Identificador del modelo</translation>
    </message>
    <message>
        <source>Idle members left out: {members} members of folds were by choice not trained and count as epoch 0, since the first ones there found nothing to add to their base (CV_IDLE: Leave them out)</source>
        <translation>Miembros sin efecto omitidos: {members} miembros de particiones no se entrenaron, por elección, y cuentan como época 0, pues los primeros no hallaron allí nada que añadir a su base (CV_IDLE: Omitirlos)</translation>
    </message>
    <message>
        <source>If they are sea or lakes, stable samples there flatter any model; training takes none (FLAT_PATCHES)</source>
        <translation>Si son mar o lagos, las muestras estables allí halagan a cualquier modelo; el entrenamiento no toma ninguna (FLAT_PATCHES)</translation>
    </message>
    <message>
        <source>Importance of every input in every scenario</source>
        <translation>Importancia de cada entrada en cada escenario</translation>
    </message>
    <message>
        <source>Importance of factors</source>
        <translation>Importancia de los factores</translation>
    </message>
    <message>
        <source>Importance of factors, soil layers and soil properties</source>
        <translation>Importancia de factores, capas y propiedades del suelo</translation>
    </message>
    <message>
        <source>Importance, the mean absolute change of P when a factor is shuffled among the samples (lines: standard deviation of three shuffles){value}</source>
        <translation>Importancia, cambio absoluto medio de P cuando un factor se baraja entre las muestras (líneas: desviación típica de tres barajadas){value}</translation>
    </message>
    <message>
        <source>Importance: mean absolute change of the {value_name}{_in} at the samples when an input is shuffled among them (mean and standard deviation of three shuffles). A soil layer is shuffled with all its properties, a property in all its layers. Inputs that go together share their importance. It says what the model uses, not what causes landslides.</source>
        <translation>Importancia: cambio absoluto medio de la {value_name}{_in} en las muestras cuando una entrada se baraja entre ellas (media y desviación típica de tres barajadas). Una capa del suelo se baraja con todas sus propiedades, una propiedad en todas sus capas. Las entradas que van juntas comparten su importancia. Dice qué usa el modelo, no qué causa deslizamientos.</translation>
    </message>
    <message>
        <source>In events left out of the training, P reached {threshold} at {value} % of the {landslides} landslides and at {value2} % of the stable places ({stable} samples)</source>
        <translation>En eventos excluidos del entrenamiento, P alcanzó {threshold} en el {value} % de los {landslides} deslizamientos y en el {value2} % de los lugares estables ({stable} muestras)</translation>
    </message>
    <message>
        <source>In the most dangerous {top} of both maps</source>
        <translation>En el {top} más peligroso de ambos mapas</translation>
    </message>
    <message>
        <source>In the panel: landslide probability a year, low to high.</source>
        <translation>En el panel: probabilidad anual de deslizamiento, baja a alta.</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>En el entrenamiento</translation>
    </message>
    <message>
        <source>In {idle} of {members} members the network found nothing to add on its held-out block; they are the linear part alone</source>
        <translation>En {idle} de {members} miembros la red no encontró nada que añadir en su bloque reservado; son solo la parte lineal</translation>
    </message>
    <message>
        <source>Index ({STANDING})</source>
        <translation>Índice ({STANDING})</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Error de entrada/salida</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Inputs and settings</source>
        <translation>Entradas y ajustes</translation>
    </message>
    <message>
        <source>Inputs and their checks</source>
        <translation>Entradas y sus comprobaciones</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Dentro</translation>
    </message>
    <message>
        <source>Inside area of applicability</source>
        <translation>Dentro del área de aplicabilidad</translation>
    </message>
    <message>
        <source>Intensity-duration, mm/h</source>
        <translation>Intensidad-duración, mm/h</translation>
    </message>
    <message>
        <source>Interpreter: {python}</source>
        <translation>Intérprete: {python}</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Argumento no válido</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventario</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es una carpeta</translation>
    </message>
    <message>
        <source>It covers {value} % of the DEM; the rest gets no-data</source>
        <translation>Cubre el {value} % del MDE; el resto queda sin datos</translation>
    </message>
    <message>
        <source>It does not overlap the DEM</source>
        <translation>No se solapa con el MDE</translation>
    </message>
    <message>
        <source>It does not rise everywhere: {value}.</source>
        <translation>No crece en todas partes: {value}.</translation>
    </message>
    <message>
        <source>It does.</source>
        <translation>Lo hace.</translation>
    </message>
    <message>
        <source>It has coordinates that are not numbers</source>
        <translation>Tiene coordenadas que no son números</translation>
    </message>
    <message>
        <source>It has more than {FEW_CLASSES} different codes</source>
        <translation>Tiene más de {FEW_CLASSES} códigos distintos</translation>
    </message>
    <message>
        <source>It has no CRS</source>
        <translation>No tiene SRC</translation>
    </message>
    <message>
        <source>It has no geometry</source>
        <translation>No tiene geometría</translation>
    </message>
    <message>
        <source>It has no value at all</source>
        <translation>No tiene ningún valor</translation>
    </message>
    <message>
        <source>It has {bands} bands; the first is used</source>
        <translation>Tiene {bands} bandas; se usa la primera</translation>
    </message>
    <message>
        <source>It holds fractions; a layer of classes holds whole numbers</source>
        <translation>Contiene fracciones; una capa de clases contiene números enteros</translation>
    </message>
    <message>
        <source>It holds no {kind}s</source>
        <translation>No contiene {kind}s</translation>
    </message>
    <message>
        <source>It holds only {codes} different whole numbers and looks like classes</source>
        <translation>Contiene solo {codes} números enteros distintos y parece de clases</translation>
    </message>
    <message>
        <source>It holds {codes} different whole numbers and looks like classes, but is taken as a quantity</source>
        <translation>Contiene {codes} números enteros distintos y parece de clases, pero se toma como magnitud</translation>
    </message>
    <message>
        <source>It is 0 in {zeros} cells and nowhere else below {beside_zero}</source>
        <translation>Es 0 en {zeros} celdas y en ninguna otra parte baja de {beside_zero}</translation>
    </message>
    <message>
        <source>It is a picture (red, green and blue), which holds colours and no values</source>
        <translation>Es una imagen (rojo, verde y azul), que contiene colores y no valores</translation>
    </message>
    <message>
        <source>It is in another CRS and will be reprojected</source>
        <translation>Está en otro SRC y se reproyectará</translation>
    </message>
    <message>
        <source>It lies on another grid: {offset}</source>
        <translation>Está en otra malla: {offset}</translation>
    </message>
    <message>
        <source>It lies outside the DEM</source>
        <translation>Está fuera del MDE</translation>
    </message>
    <message>
        <source>It reaches beyond the DEM; what lies there is left out</source>
        <translation>Llega más allá del MDE; lo que queda fuera no se usa</translation>
    </message>
    <message>
        <source>It {why_doubted}</source>
        <translation>Se duda: {why_doubted}</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Elemento</translation>
    </message>
    <message>
        <source>Its CRS is in feet, and it does not say what its heights are in</source>
        <translation>Su SRC está en pies, y no dice en qué están sus alturas</translation>
    </message>
    <message>
        <source>Its cells are {value} times those of the DEM</source>
        <translation>Sus celdas son {value} veces las del MDE</translation>
    </message>
    <message>
        <source>Its cells change size from row to row; the factors take that into account</source>
        <translation>Sus celdas cambian de tamaño de fila a fila; los factores lo tienen en cuenta</translation>
    </message>
    <message>
        <source>Its heights are in feet</source>
        <translation>Sus alturas están en pies</translation>
    </message>
    <message>
        <source>Its heights are whole numbers, so slopes on gentle ground come in steps</source>
        <translation>Sus alturas son números enteros, así que las pendientes en terreno suave salen escalonadas</translation>
    </message>
    <message>
        <source>Its points are rounded to {step_m} m, so most of them lie in a cell beside the landslide</source>
        <translation>Sus puntos están redondeados a {step_m} m, así que la mayoría está en una celda junto al deslizamiento</translation>
    </message>
    <message>
        <source>Its sd</source>
        <translation>Su desv. típ.</translation>
    </message>
    <message>
        <source>Its {striped} go up and down by turns (stripes)</source>
        <translation>Sus {striped} suben y bajan por turno (franjas)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <source>Judged by {scheme}. AUC-PR, Brier and F1 are of the spatial folds. {unequal}</source>
        <translation>Evaluado por {scheme}. AUC-PR, Brier y F1 son de las particiones espaciales. {unequal}</translation>
    </message>
    <message>
        <source>Kept in this share of the folds</source>
        <translation>Conservado en esta proporción de las particiones</translation>
    </message>
    <message>
        <source>Kept: least area {least_m2} m2, variance {variance}</source>
        <translation>Se conserva: área mínima {least_m2} m2, varianza {variance}</translation>
    </message>
    <message>
        <source>Kept: {kept} ({kept2} of {shares}). Selection by this rule has AUROC {auroc} on ground that took no part in it, all factors {whole}.</source>
        <translation>Conservados: {kept} ({kept2} de {shares}). La selección con esta regla tiene AUROC {auroc} en terreno que no participó en ella, todos los factores {whole}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>LABEL_FIELD and DATE_FIELD are needed; choose the fields with 1 and 0 and with the day</source>
        <translation>Hacen falta LABEL_FIELD y DATE_FIELD; elija los campos con 1 y 0 y con el día</translation>
    </message>
    <message>
        <source>LIMITS go with fixed limits or quantiles; leave them empty for {way}</source>
        <translation>LIMITS va con límites fijos o cuantiles; déjelos vacíos para {way}</translation>
    </message>
    <message>
        <source>LIMITS holds {limits} numbers; for {way} write {what}, such as 0.2 0.4 0.6 0.8</source>
        <translation>LIMITS contiene {limits} números; para {way} escriba {what}, como 0.2 0.4 0.6 0.8</translation>
    </message>
    <message>
        <source>LIMITS {text} do not rise; write them from the lowest up</source>
        <translation>LIMITS {text} no crecen; escríbalos de menor a mayor</translation>
    </message>
    <message>
        <source>LIMITS {tuple} must rise and lie between 0 and 1</source>
        <translation>LIMITS {tuple} deben crecer y estar entre 0 y 1</translation>
    </message>
    <message>
        <source>LINES {name} holds no lines; choose roads, rails or other lines</source>
        <translation>LINES {name} no contiene líneas; elija carreteras, vías u otras líneas</translation>
    </message>
    <message>
        <source>LINES, BUILDINGS and POPULATION are all empty, and no release areas are asked for; give at least one of them</source>
        <translation>LINES, BUILDINGS y POPULATION están vacíos y no se piden áreas de desprendimiento; indique al menos uno de ellos</translation>
    </message>
    <message>
        <source>LINES, BUILDINGS and POPULATION are all empty; give at least one of them</source>
        <translation>LINES, BUILDINGS y POPULATION están vacíos; indique al menos uno de ellos</translation>
    </message>
    <message>
        <source>LINE_KIND is a field of LINES, which are not given</source>
        <translation>LINE_KIND es un campo de LINES, que no se indica</translation>
    </message>
    <message>
        <source>LINE_KIND {field_name} of {name} tells {names} kinds; allowed: at most {MOST_KINDS}, choose a field such as road or rail</source>
        <translation>LINE_KIND {field_name} de {name} distingue {names} tipos; se admite: {MOST_KINDS} como mucho, elija un campo como carretera o vía</translation>
    </message>
    <message>
        <source>LITHOLOGY is not set; give the raster of codes, or choose another source of soil</source>
        <translation>LITHOLOGY no está definido; indique el ráster de códigos o elija otra fuente del suelo</translation>
    </message>
    <message>
        <source>Lambda is chosen with the base that the networks add to, which knows the probability of failure; choose a residual architecture and the probability of failure, or give lambda yourself</source>
        <translation>Lambda se elige con la base a la que se suman las redes, que conoce la probabilidad de rotura; elija una arquitectura residual y la probabilidad de rotura, o indique lambda</translation>
    </message>
    <message>
        <source>Lambda {weight} was chosen by log loss over compact blocks of the samples</source>
        <translation>Lambda {weight} se eligió por pérdida logarítmica sobre bloques compactos de las muestras</translation>
    </message>
    <message>
        <source>Land cover and use</source>
        <translation>Cobertura y uso del suelo</translation>
    </message>
    <message>
        <source>Landslide</source>
        <translation>Deslizamiento</translation>
    </message>
    <message>
        <source>Landslide Susceptibility {version}</source>
        <translation>Landslide Susceptibility {version}</translation>
    </message>
    <message>
        <source>Landslide Susceptibility {version}, QGIS {split}, GDAL {gdal_version}, Python {python_version}, NumPy {__version__}</source>
        <translation>Landslide Susceptibility {version}, QGIS {split}, GDAL {gdal_version}, Python {python_version}, NumPy {__version__}</translation>
    </message>
    <message>
        <source>Landslide cells with {words}</source>
        <translation>Celdas de deslizamiento con {words}</translation>
    </message>
    <message>
        <source>Landslide density by class</source>
        <translation>Densidad de deslizamientos por clase</translation>
    </message>
    <message>
        <source>Landslide density does not rise from class to class: {value}</source>
        <translation>La densidad de deslizamientos no crece de clase a clase: {value}</translation>
    </message>
    <message>
        <source>Landslide density over that of the map</source>
        <translation>Densidad de deslizamientos sobre la del mapa</translation>
    </message>
    <message>
        <source>Landslide shares {tuple} must be five numbers that sum to 1</source>
        <translation>Las proporciones de deslizamientos {tuple} deben ser cinco números que sumen 1</translation>
    </message>
    <message>
        <source>Landslide susceptibility</source>
        <translation>Susceptibilidad a deslizamientos</translation>
    </message>
    <message>
        <source>Landslide susceptibility (where, not when) {of}; inventory: {value}, {value2}{value3}</source>
        <translation>Susceptibilidad a deslizamientos (dónde, no cuándo) {of}; inventario: {value}, {value2}{value3}</translation>
    </message>
    <message>
        <source>Landslide susceptibility by '{model_name}'</source>
        <translation>Susceptibilidad a deslizamientos por '{model_name}'</translation>
    </message>
    <message>
        <source>Landslide susceptibility by {lower}</source>
        <translation>Susceptibilidad a deslizamientos por {lower}</translation>
    </message>
    <message>
        <source>Landslide susceptibility given the {reference} trigger</source>
        <translation>Susceptibilidad a deslizamientos dado el desencadenante {reference}</translation>
    </message>
    <message>
        <source>Landslide susceptibility model</source>
        <translation>Modelo de susceptibilidad a deslizamientos</translation>
    </message>
    <message>
        <source>Landslide susceptibility report</source>
        <translation>Informe de susceptibilidad a deslizamientos</translation>
    </message>
    <message>
        <source>Landslide susceptibility, {called}</source>
        <translation>Susceptibilidad a deslizamientos, {called}</translation>
    </message>
    <message>
        <source>Landslide susceptibility: where landslides are likely, not when</source>
        <translation>Susceptibilidad a deslizamientos: dónde son probables, no cuándo</translation>
    </message>
    <message>
        <source>Landslide susceptibility{_given} in five classes of the {value_name} ({bounds}).{inventory_words}</source>
        <translation>Susceptibilidad a deslizamientos{_given} en cinco clases de la {value_name} ({bounds}).{inventory_words}</translation>
    </message>
    <message>
        <source>Landslide susceptibility{given}</source>
        <translation>Susceptibilidad a deslizamientos{given}</translation>
    </message>
    <message>
        <source>Landslide type</source>
        <translation>Tipo de deslizamiento</translation>
    </message>
    <message>
        <source>Landslide types are chosen, but no type field is named; name the field</source>
        <translation>Se eligen tipos de deslizamiento, pero no se nombra campo de tipo; nombre el campo</translation>
    </message>
    <message>
        <source>Landslides (%)</source>
        <translation>Deslizamientos (%)</translation>
    </message>
    <message>
        <source>Landslides are not counted by class.</source>
        <translation>Los deslizamientos no se cuentan por clase.</translation>
    </message>
    <message>
        <source>Landslides are the features with {trained} = 1, as in training</source>
        <translation>Los deslizamientos son los objetos con {trained} = 1, como en el entrenamiento</translation>
    </message>
    <message>
        <source>Landslides come from {storms} storms; what the rain does is known from these alone</source>
        <translation>Los deslizamientos vienen de {storms} tormentas; lo que hace la lluvia se sabe solo por ellas</translation>
    </message>
    <message>
        <source>Landslides expected</source>
        <translation>Deslizamientos esperados</translation>
    </message>
    <message>
        <source>Landslides expected among held-out samples</source>
        <translation>Deslizamientos esperados entre las muestras reservadas</translation>
    </message>
    <message>
        <source>Landslides expected, observed</source>
        <translation>Deslizamientos esperados, observados</translation>
    </message>
    <message>
        <source>Landslides have {values} distinct values on the map, too few for {value} limits; choose another scheme</source>
        <translation>Los deslizamientos tienen {values} valores distintos en el mapa, demasiado pocos para {value} límites; elija otro esquema</translation>
    </message>
    <message>
        <source>Landslides in the most dangerous {value} % of the area</source>
        <translation>Deslizamientos en el {value} % más peligroso del área</translation>
    </message>
    <message>
        <source>Landslides in training</source>
        <translation>Deslizamientos en el entrenamiento</translation>
    </message>
    <message>
        <source>Landslides lie in {blocks} blocks, too few for an interval; choose smaller blocks</source>
        <translation>Hay deslizamientos en {blocks} bloques, muy pocos para un intervalo; elija bloques menores</translation>
    </message>
    <message>
        <source>Landslides make{bound} {value} % of the ground that is sampled ({unit})</source>
        <translation>Los deslizamientos hacen{bound} {value} % del terreno muestreado ({unit})</translation>
    </message>
    <message>
        <source>Landslides observed</source>
        <translation>Deslizamientos observados</translation>
    </message>
    <message>
        <source>Landslides, those that touch as one</source>
        <translation>Deslizamientos, los que se tocan como uno</translation>
    </message>
    <message>
        <source>Largest of high over the rain as fitted and both ends of its band</source>
        <translation>Mayor de las altas sobre la lluvia ajustada y ambos extremos de su banda</translation>
    </message>
    <message>
        <source>Largest scale</source>
        <translation>Escala máxima</translation>
    </message>
    <message>
        <source>Largest scale advised</source>
        <translation>Escala máxima aconsejada</translation>
    </message>
    <message>
        <source>Latitude and longitude are swapped: with x and y exchanged it lies within the DEM</source>
        <translation>Latitud y longitud están cambiadas: con x e y intercambiadas está dentro del MDE</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Layer bottoms {layer_bottoms_m} m must be positive and rise downwards</source>
        <translation>Las bases de las capas {layer_bottoms_m} m deben ser positivas y crecer hacia abajo</translation>
    </message>
    <message>
        <source>Layer bottoms {value} m must be positive and rise</source>
        <translation>Las bases de las capas {value} m deben ser positivas y crecer</translation>
    </message>
    <message>
        <source>Layers down to {layers} m with {value}</source>
        <translation>Capas hasta {layers} m con {value}</translation>
    </message>
    <message>
        <source>Layers on another grid than the DEM's are aligned: classes by nearest neighbour</source>
        <translation>Las capas en otra malla que el MDE se alinean: las clases por vecino más próximo</translation>
    </message>
    <message>
        <source>Learning curve (logistic regression with a ridge): held-out AUROC {auroc} from {landslides} landslides, {auroc2} from {landslides2}</source>
        <translation>Curva de aprendizaje (regresión logística con penalización ridge): AUROC reservado {auroc} con {landslides} deslizamientos, {auroc2} con {landslides2}</translation>
    </message>
    <message>
        <source>Least area {least_m2} m2, variance {variance}: {units} units, internal variance {internal}, Moran's I between neighbours {external}</source>
        <translation>Área mínima {least_m2} m2, varianza {variance}: {units} unidades, varianza interna {internal}, I de Moran entre vecinas {external}</translation>
    </message>
    <message>
        <source>Least number of landslides is {least_count}; allowed: at least 1</source>
        <translation>El número mínimo de deslizamientos es {least_count}; se admite: al menos 1</translation>
    </message>
    <message>
        <source>Least share of landslides is {least_share}; allowed: above 0 and up to 1</source>
        <translation>La proporción mínima de deslizamientos es {least_share}; se admite: mayor que 0 y hasta 1</translation>
    </message>
    <message>
        <source>Least shown</source>
        <translation>Mínimo demostrable</translation>
    </message>
    <message>
        <source>Least shown: the smallest difference that so many folds can tell from none.</source>
        <translation>Mínimo demostrable: la menor diferencia que tantas particiones distinguen de ninguna.</translation>
    </message>
    <message>
        <source>Least slope of stable places (degrees)</source>
        <translation>Pendiente mínima de lugares estables (grados)</translation>
    </message>
    <message>
        <source>Leave it out or choose another layer</source>
        <translation>Omítala o elija otra capa</translation>
    </message>
    <message>
        <source>Left empty, the first moment whose window the rain fills.</source>
        <translation>Vacío, el primer momento cuya ventana llena la lluvia.</translation>
    </message>
    <message>
        <source>Left empty, the last moment of the rain or of the forecast.</source>
        <translation>Vacío, el último momento de la lluvia o del pronóstico.</translation>
    </message>
    <message>
        <source>Left, {shown}; right, {shown2}</source>
        <translation>Izquierda, {shown}; derecha, {shown2}</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Limits are set by these landslides, so the same landslides cannot judge the classes</source>
        <translation>Los límites los fijan estos deslizamientos, así que los mismos no pueden evaluar las clases</translation>
    </message>
    <message>
        <source>Limits are taken from this map: its classes are not comparable between maps</source>
        <translation>Los límites se toman de este mapa: sus clases no son comparables entre mapas</translation>
    </message>
    <message>
        <source>Limits by {how}: {value}</source>
        <translation>Límites por {how}: {value}</translation>
    </message>
    <message>
        <source>Line: mean probability. Band: lowest to highest member. Dashed: factor of safety, dotted where it is 1.</source>
        <translation>Línea: probabilidad media. Banda: del miembro más bajo al más alto. Discontinua: factor de seguridad, punteada donde es 1.</translation>
    </message>
    <message>
        <source>Line: {value}{name}, window of {window_h} h.</source>
        <translation>Línea: {value}{name}, ventana de {window_h} h.</translation>
    </message>
    <message>
        <source>Linear part of the model: red raises the odds of a landslide, blue lowers them. Coefficients of factors that go together share their effect.</source>
        <translation>Parte lineal del modelo: el rojo sube la razón de probabilidades de un deslizamiento, el azul la baja. Los coeficientes de factores que van juntos comparten su efecto.</translation>
    </message>
    <message>
        <source>Lines: median of the held-out probability in {GROUPS} groups of equally many samples by FS, solid of the {value}{beside}; a line that falls follows the physics. </source>
        <translation>Líneas: mediana de la probabilidad reservada en {GROUPS} grupos de igual número de muestras según FS, continua de {value}{beside}; una línea que baja sigue la física. </translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Pérdida log.</translation>
    </message>
    <message>
        <source>Log loss, folds pooled</source>
        <translation>Pérdida logarítmica, particiones reunidas</translation>
    </message>
    <message>
        <source>Logistic</source>
        <translation>Logística</translation>
    </message>
    <message>
        <source>Logistic regression learnt from a share of the landslides, and as large a share of the stable samples, on the folds of all repeats. It knows the factors alone and is held back by a ridge, so that its scores may lie above those of the logistic regression that models are held against, which is not. Where the last rows still rise, more landslides would help.</source>
        <translation>Regresión logística aprendida de una parte de los deslizamientos, y de igual parte de las muestras estables, en las particiones de todas las repeticiones. Solo conoce los factores y la frena una penalización ridge, así que sus puntuaciones pueden quedar por encima de las de la regresión logística con la que se comparan los modelos, que no la tiene. Donde las últimas filas aún suben, más deslizamientos ayudarían.</translation>
    </message>
    <message>
        <source>Logistic regression needs finite inputs and a ridge of 0 or more</source>
        <translation>La regresión logística necesita entradas finitas y una regularización de 0 o más</translation>
    </message>
    <message>
        <source>Logistic regression needs landslides and stable samples; only one class was found</source>
        <translation>La regresión logística necesita deslizamientos y muestras estables; solo se encontró una clase</translation>
    </message>
    <message>
        <source>Logistic regression with logit Pf</source>
        <translation>Regresión logística con logit Pf</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Mire esto</translation>
    </message>
    <message>
        <source>Loss by data</source>
        <translation>Pérdida de los datos</translation>
    </message>
    <message>
        <source>Loss by physics</source>
        <translation>Pérdida de la física</translation>
    </message>
    <message>
        <source>Loss of every member over the epochs{value}</source>
        <translation>Pérdida de cada miembro según las épocas{value}</translation>
    </message>
    <message>
        <source>Low: P as it is at the next shorter return period of the table, 0 below {first}</source>
        <translation>Baja: P como en el siguiente período de retorno menor de la tabla, 0 por debajo de {first}</translation>
    </message>
    <message>
        <source>Lowest class{suffix}</source>
        <translation>Clase más baja{suffix}</translation>
    </message>
    <message>
        <source>MAPPED_AREA {name} holds no polygons; choose a layer of polygons</source>
        <translation>MAPPED_AREA {name} no contiene polígonos; elija una capa de polígonos</translation>
    </message>
    <message>
        <source>MAXIMA is not set; give a table of annual maxima, or choose another source of rain</source>
        <translation>MAXIMA no está definido; indique una tabla de máximos anuales o elija otra fuente de lluvia</translation>
    </message>
    <message>
        <source>MIN_SIZE asks for the size of landslides, but {name} holds points, which have none; leave MIN_SIZE empty, or take the mapped polygons</source>
        <translation>MIN_SIZE se refiere al tamaño de los deslizamientos, pero {name} contiene puntos, que no lo tienen; deje MIN_SIZE vacío o tome los polígonos cartografiados</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Made in {minutes} minutes, {value} GiB; checking it</source>
        <translation>Hecho en {minutes} minutos, {value} GiB; se comprueba</translation>
    </message>
    <message>
        <source>Making an environment in {folder} with {python}</source>
        <translation>Se hace un entorno en {folder} con {python}</translation>
    </message>
    <message>
        <source>Map job {path} cannot be read: {error}</source>
        <translation>El trabajo de mapa {path} no se puede leer: {error}</translation>
    </message>
    <message>
        <source>Map job {path} {problem}; it may hold {value}</source>
        <translation>El trabajo de mapa {path} {problem}; puede contener {value}</translation>
    </message>
    <message>
        <source>Map of five susceptibility classes</source>
        <translation>Mapa de cinco clases de susceptibilidad</translation>
    </message>
    <message>
        <source>Map of the spatial folds</source>
        <translation>Mapa de las particiones espaciales</translation>
    </message>
    <message>
        <source>Map of the units by class</source>
        <translation>Mapa de las unidades por clase</translation>
    </message>
    <message>
        <source>Map of {name}</source>
        <translation>Mapa de {name}</translation>
    </message>
    <message>
        <source>Map sheet: {output} ({value} MiB)</source>
        <translation>Hoja de mapa: {output} ({value} MiB)</translation>
    </message>
    <message>
        <source>Map sheet: {sheet}</source>
        <translation>Hoja de mapa: {sheet}</translation>
    </message>
    <message>
        <source>Map {value} is not known; there are {value2}</source>
        <translation>No se conoce el mapa {value}; hay {value2}</translation>
    </message>
    <message>
        <source>Mapped landslide body</source>
        <translation>Cuerpo de deslizamiento cartografiado</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>Maps of all methods</source>
        <translation>Mapas de todos los métodos</translation>
    </message>
    <message>
        <source>Maps of the models compared need the factor rasters; give FACTORS, or leave BUNDLES out</source>
        <translation>Los mapas de los modelos comparados necesitan los rásteres de factores; indique FACTORS u omita BUNDLES</translation>
    </message>
    <message>
        <source>Maps of {value} of the members</source>
        <translation>Mapas de {value} de los miembros</translation>
    </message>
    <message>
        <source>Matched folds need places of the map; the training job holds none</source>
        <translation>Las particiones emparejadas necesitan lugares del mapa; el trabajo de entrenamiento no contiene ninguno</translation>
    </message>
    <message>
        <source>Mean P</source>
        <translation>P media</translation>
    </message>
    <message>
        <source>Mean absolute change of P</source>
        <translation>Cambio absoluto medio de P</translation>
    </message>
    <message>
        <source>Mean absolute change of the probability</source>
        <translation>Cambio absoluto medio de la probabilidad</translation>
    </message>
    <message>
        <source>Mean absolute change of the {value}</source>
        <translation>Cambio absoluto medio de la {value}</translation>
    </message>
    <message>
        <source>Mean intensity</source>
        <translation>Intensidad media</translation>
    </message>
    <message>
        <source>Mean probability</source>
        <translation>Probabilidad media</translation>
    </message>
    <message>
        <source>Mean probability of failure of the {assessed} cells assessed: {shares}</source>
        <translation>Probabilidad media de rotura de las {assessed} celdas evaluadas: {shares}</translation>
    </message>
    <message>
        <source>Mean probability over stable ground as one factor takes each value: line the median, band the lowest to the highest member of the model, thin lines its families before the pool is calibrated. Ticks are samples; grey lies outside the training values, where a curve is a guess. Factors that go together share their effect; a curve says what the model does, not what causes landslides.</source>
        <translation>Probabilidad media sobre terreno estable cuando un factor toma cada valor: línea, la mediana; banda, del miembro más bajo al más alto del modelo; líneas finas, sus familias antes de calibrar el conjunto. Las marcas son muestras; el gris está fuera de los valores de entrenamiento, donde una curva es una conjetura. Los factores que van juntos comparten su efecto; una curva dice qué hace el modelo, no qué causa deslizamientos.</translation>
    </message>
    <message>
        <source>Mean relative intensity</source>
        <translation>Intensidad relativa media</translation>
    </message>
    <message>
        <source>Means over spatial folds. {unequal_folds} AUC-ROC: area under the receiver operating characteristic, 0.5 by chance. AUC-PR: area under the precision-recall curve.{chance} F1: harmonic mean of precision (share of called places that are landslides) and recall (share of landslides that are called). MCC: Matthews correlation coefficient, -1 to 1. These four at the threshold chosen on the other folds. FS-rho, held out: rank correlation of low factor of safety and held-out probability, which describes a method and does not rate it; that of the fit stands under Consistency. Brier: mean squared error of the probability, here the mean of the folds.</source>
        <translation>Medias sobre particiones espaciales. {unequal_folds} AUC-ROC: área bajo la característica operativa del receptor, 0.5 por azar. AUC-PR: área bajo la curva de precisión y exhaustividad.{chance} F1: media armónica de precisión (proporción de lugares señalados que son deslizamientos) y exhaustividad (proporción de deslizamientos señalados). MCC: coeficiente de correlación de Matthews, de -1 a 1. Estos cuatro en el umbral elegido en las otras particiones. FS-rho, reservado: correlación de rangos entre factor de seguridad bajo y probabilidad reservada, que describe un método y no lo califica; la del ajuste está en Coherencia. Brier: error cuadrático medio de la probabilidad, aquí la media de las particiones.</translation>
    </message>
    <message>
        <source>Members that name it{suffix}</source>
        <translation>Miembros que la nombran{suffix}</translation>
    </message>
    <message>
        <source>Members that {words}</source>
        <translation>Miembros que {words}</translation>
    </message>
    <message>
        <source>Members with hierarchical attention alone, without cross-attention, are not connected to the soil profile: of it they see only the mean over depth that their linear part holds</source>
        <translation>Los miembros con solo atención jerárquica, sin atención cruzada, no están conectados al perfil de suelo: de él ven solo la media en profundidad que contiene su parte lineal</translation>
    </message>
    <message>
        <source>Members: {value} of {count} done; {_best}</source>
        <translation>Miembros: {value} de {count} hechos; {_best}</translation>
    </message>
    <message>
        <source>Metadata {key} of a band</source>
        <translation>El metadato {key} de una banda</translation>
    </message>
    <message>
        <source>Metadata {key} of a band of {name}</source>
        <translation>Metadato {key} de una banda de {name}</translation>
    </message>
    <message>
        <source>Middle of the layer that moves P most</source>
        <translation>Centro de la capa que más mueve P</translation>
    </message>
    <message>
        <source>Model against factor of safety</source>
        <translation>El modelo frente al factor de seguridad</translation>
    </message>
    <message>
        <source>Model against physics{suffix}</source>
        <translation>Modelo frente a física{suffix}</translation>
    </message>
    <message>
        <source>Model looks at a deeper layer</source>
        <translation>El modelo mira una capa más profunda</translation>
    </message>
    <message>
        <source>Model looks at a higher layer</source>
        <translation>El modelo mira una capa más alta</translation>
    </message>
    <message>
        <source>Model's layer against physical critical depth</source>
        <translation>Capa del modelo frente a profundidad crítica física</translation>
    </message>
    <message>
        <source>Model's layer{suffix}</source>
        <translation>Capa del modelo{suffix}</translation>
    </message>
    <message>
        <source>Model, record</source>
        <translation>Modelo, registro</translation>
    </message>
    <message>
        <source>Model, {name}</source>
        <translation>Modelo, {name}</translation>
    </message>
    <message>
        <source>Model: P at least {threshold}. Physics: factor of safety below 1</source>
        <translation>Modelo: P al menos {threshold}. Física: factor de seguridad menor que 1</translation>
    </message>
    <message>
        <source>Model: {describe}</source>
        <translation>Modelo: {describe}</translation>
    </message>
    <message>
        <source>Modelling process: {python}</source>
        <translation>Proceso de modelado: {python}</translation>
    </message>
    <message>
        <source>Models compared</source>
        <translation>Modelos comparados</translation>
    </message>
    <message>
        <source>Models of run-out want square cells in metres; reproject the map (Warp) before you take its release areas</source>
        <translation>Los modelos de propagación piden celdas cuadradas en metros; reproyecte el mapa (Combar) antes de tomar sus áreas de desprendimiento</translation>
    </message>
    <message>
        <source>Moments of rain are {dtype}; allowed: datetime64[s], UTC</source>
        <translation>Los momentos de lluvia son {dtype}; se admite: datetime64[s], UTC</translation>
    </message>
    <message>
        <source>More than {value} % of the cells lie outside the training range of {value2}: the model extrapolates there.</source>
        <translation>Más del {value} % de las celdas está fuera del rango de entrenamiento de {value2}: el modelo extrapola allí.</translation>
    </message>
    <message>
        <source>Mosaic the tiles again, or fill the lines (Fill nodata): water leaves the DEM there</source>
        <translation>Una de nuevo las teselas, o rellene las líneas (Rellenar sin datos): por ahí el agua sale del MDE</translation>
    </message>
    <message>
        <source>Names of the classes: {label}</source>
        <translation>Nombres de las clases: {label}</translation>
    </message>
    <message>
        <source>Narrower by</source>
        <translation>Más estrecho en</translation>
    </message>
    <message>
        <source>Needs about {need} MiB of memory; {memory_mib} MiB are allowed</source>
        <translation>Necesita unos {need} MiB de memoria; se admiten {memory_mib} MiB</translation>
    </message>
    <message>
        <source>Needs {value}</source>
        <translation>Necesita {value}</translation>
    </message>
    <message>
        <source>Neighbouring landslides tell the same: within {reach_m} m by the variogram of the residuals, or as given. The likelihood is raised to the power of {value}, as if there were {effective} landslides.</source>
        <translation>Deslizamientos vecinos dicen lo mismo: a menos de {reach_m} m por el variograma de los residuos, o lo indicado. La verosimilitud se eleva a la potencia {value}, como si hubiera {effective} deslizamientos.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Network ensemble without physics</source>
        <translation>Conjunto de redes sin física</translation>
    </message>
    <message>
        <source>Network ensemble's own base</source>
        <translation>Base propia del conjunto de redes</translation>
    </message>
    <message>
        <source>Networks ({samples} samples): {value}; {told}</source>
        <translation>Redes ({samples} muestras): {value}; {told}</translation>
    </message>
    <message>
        <source>Newmark displacement, 16, 50 and 84 %</source>
        <translation>desplazamiento de Newmark, 16, 50 y 84 %</translation>
    </message>
    <message>
        <source>Newmark displacement, median</source>
        <translation>desplazamiento de Newmark, mediana</translation>
    </message>
    <message>
        <source>Next: {format}</source>
        <translation>Siguiente: {format}</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {scheduler}: {error}</source>
        <translation>Ningún planificador de Dask responde en {scheduler}: {error}</translation>
    </message>
    <message>
        <source>No Python from 3.10 to 3.13 was found{value}; install one (Windows and macOS: from python.org; Debian and Ubuntu: apt-get install python3 python3-venv) or name one in PYTHON. Everything but training by networks and reports works without</source>
        <translation>No se encontró ningún Python de 3.10 a 3.13{value}; instale uno (Windows y macOS: de python.org; Debian y Ubuntu: apt-get install python3 python3-venv) o nombre uno en PYTHON. Todo menos entrenar con redes y los informes funciona sin él</translation>
    </message>
    <message>
        <source>No annual maxima of {duration_h} h are given; the records have {durations} h</source>
        <translation>No se indican máximos anuales de {duration_h} h; los registros tienen {durations} h</translation>
    </message>
    <message>
        <source>No cell can be used: {value}; check no-data, extents and CRS</source>
        <translation>No se puede usar ninguna celda: {value}; compruebe los datos ausentes, las extensiones y el SRC</translation>
    </message>
    <message>
        <source>No cell drains {least_km2} km2 (Upslope area of a stream); the most is {value} km2; choose a smaller value</source>
        <translation>Ninguna celda drena {least_km2} km2 (área de drenaje de un cauce); lo máximo es {value} km2; elija un valor menor</translation>
    </message>
    <message>
        <source>No cell has a value and a score of every factor; check no-data and codes</source>
        <translation>Ninguna celda tiene valor y puntuación de todos los factores; compruebe los datos ausentes y los códigos</translation>
    </message>
    <message>
        <source>No cell has a value in every factor and whole rain in any frame; look for gaps in the rain, and whether it covers the factors</source>
        <translation>Ninguna celda tiene valor en todos los factores y lluvia completa en algún cuadro; busque huecos en la lluvia y vea si cubre los factores</translation>
    </message>
    <message>
        <source>No cell has a value in every factor the model needs; check no-data and categories</source>
        <translation>Ninguna celda tiene valor en todos los factores que el modelo necesita; compruebe los datos ausentes y las categorías</translation>
    </message>
    <message>
        <source>No cell has a value in every factor; check where the layers have no-data and that they overlap</source>
        <translation>Ninguna celda tiene valor en todos los factores; compruebe dónde faltan datos en las capas y que se solapan</translation>
    </message>
    <message>
        <source>No cell has soil data; check that the soil covers the area</source>
        <translation>Ninguna celda tiene datos del suelo; compruebe que el suelo cubre el área</translation>
    </message>
    <message>
        <source>No cell of the area has the codes of the samples; check the factors</source>
        <translation>Ninguna celda del área tiene los códigos de las muestras; compruebe los factores</translation>
    </message>
    <message>
        <source>No cell of {name} between {lower} and {upper} degrees has soil and water in the mapped area; check that the layers cover the same ground and that the table knows the codes</source>
        <translation>Ninguna celda de {name} entre {lower} y {upper} grados tiene suelo y agua en el área cartografiada; compruebe que las capas cubren el mismo terreno y que la tabla conoce los códigos</translation>
    </message>
    <message>
        <source>No cell of {name} can be assessed: {value}; check that the slope is in degrees (SLOPE_UNIT), the soil, and the limits of flat ground and cliffs</source>
        <translation>Ninguna celda de {name} se puede evaluar: {value}; compruebe que la pendiente está en grados (SLOPE_UNIT), el suelo y los límites de terreno plano y acantilados</translation>
    </message>
    <message>
        <source>No cell of {name} has soil data; check that the soil covers the same area</source>
        <translation>Ninguna celda de {name} tiene datos del suelo; compruebe que el suelo cubre la misma área</translation>
    </message>
    <message>
        <source>No cell releases; take a lower class (FROM_CLASS) or probability (THRESHOLD)</source>
        <translation>Ninguna celda se desprende; tome una clase (FROM_CLASS) o una probabilidad (THRESHOLD) más baja</translation>
    </message>
    <message>
        <source>No cell was assessed: all are flat, cliffs or without soil data; slopes must be in degrees, not in radians</source>
        <translation>No se evaluó ninguna celda: todas son planas, acantilados o sin datos del suelo; las pendientes deben estar en grados, no en radianes</translation>
    </message>
    <message>
        <source>No cell with all factors {where}; use a smaller buffer or slope limit, a larger ring or a larger study area</source>
        <translation>Ninguna celda con todos los factores {where}; use una franja o un límite de pendiente menores, un anillo mayor o un área de estudio mayor</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Sin clase</translation>
    </message>
    <message>
        <source>No coverage is promised. Limits and the coverage found count each landslide once, whatever its number of cells: landslides are exchangeable at best and their cells are not; and the limits of a model of all folds are not those that were tried. What was found on folds held out is stated, and in another area, or where the inventory is biased, it may be less.</source>
        <translation>No se promete cobertura. Los límites y la cobertura hallada cuentan cada deslizamiento una vez, sea cual sea su número de celdas: los deslizamientos son a lo sumo intercambiables y sus celdas no; y los límites de un modelo de todas las particiones no son los que se probaron. Se declara lo hallado en particiones reservadas, y en otra área, o con un inventario sesgado, puede ser menos.</translation>
    </message>
    <message>
        <source>No difference to logistic regression is shown: the interval of the difference includes 0.</source>
        <translation>No se muestra diferencia con la regresión logística: el intervalo de la diferencia incluye 0.</translation>
    </message>
    <message>
        <source>No event name field is given: all landslides of one return period are one event, {events} in all</source>
        <translation>No se indica el campo con el nombre del evento: todos los deslizamientos de un período de retorno son un evento, {events} en total</translation>
    </message>
    <message>
        <source>No factor raster is given; choose at least one</source>
        <translation>No se indica ningún ráster de factores; elija al menos uno</translation>
    </message>
    <message>
        <source>No feature of the inventory has an event; fill the event field, or leave it out: the inventory is then undated</source>
        <translation>Ningún objeto del inventario tiene evento; rellene el campo de evento u omítalo: entonces el inventario no tiene fechas</translation>
    </message>
    <message>
        <source>No field of {name} is chosen as a factor; choose at least one</source>
        <translation>Ningún campo de {name} se elige como factor; elija al menos uno</translation>
    </message>
    <message>
        <source>No frame lies between {moment_words} and {moment_words2}, for {told} and a window of {window_h} h must be full; give START and END within the rain, or more rain</source>
        <translation>No hay ningún cuadro entre {moment_words} y {moment_words2}, pues {told} y una ventana de {window_h} h debe estar completa; indique START y END dentro de la lluvia, o más lluvia</translation>
    </message>
    <message>
        <source>No gauge lies within {limit_km} km of a sample: the nearest is {nearest} km away; give GAUGE_CRS where their x and y are in another CRS than the samples, or a larger GAUGE_LIMIT</source>
        <translation>Ningún pluviómetro está a menos de {limit_km} km de una muestra: el más cercano está a {nearest} km; indique GAUGE_CRS si su x e y están en otro SRC que las muestras, o un GAUGE_LIMIT mayor</translation>
    </message>
    <message>
        <source>No inventory of this area was given, so nobody knows how well the map does here. Give one ('Landslide inventory'), or judge the map with 'Judge any map'. All scores below are of the training's area.</source>
        <translation>No se dio inventario de esta área, así que nadie sabe cómo le va al mapa aquí. Indique uno ('Landslide inventory'), o evalúe el mapa con 'Judge any map'. Todas las puntuaciones de abajo son del área del entrenamiento.</translation>
    </message>
    <message>
        <source>No inventory with this report</source>
        <translation>Sin inventario con este informe</translation>
    </message>
    <message>
        <source>No landslide has {what} {value} in field {field}; there are {value2}</source>
        <translation>Ningún deslizamiento tiene {what} {value} en el campo {field}; hay {value2}</translation>
    </message>
    <message>
        <source>No landslide lies in these classes, so half a one is counted in each: {value}</source>
        <translation>Ningún deslizamiento está en estas clases, así que se cuenta medio en cada una: {value}</translation>
    </message>
    <message>
        <source>No landslide of {name} is left ({value})</source>
        <translation>No queda ningún deslizamiento de {name} ({value})</translation>
    </message>
    <message>
        <source>No landslide of {name} lies on a classified cell of {name2}; choose the inventory of this area, or leave it out</source>
        <translation>Ningún deslizamiento de {name} está en una celda clasificada de {name2}; elija el inventario de esta área, u omítalo</translation>
    </message>
    <message>
        <source>No landslide stands behind this map. It says what an expert thinks of each factor, not where landslides were or will be; its index is no probability. Judge it as soon as there is an inventory.</source>
        <translation>Ningún deslizamiento respalda este mapa. Dice lo que un experto piensa de cada factor, no dónde hubo o habrá deslizamientos; su índice no es una probabilidad. Evalúelo en cuanto haya un inventario.</translation>
    </message>
    <message>
        <source>No landslides are missing by {what}</source>
        <translation>No falta ningún deslizamiento por {what}</translation>
    </message>
    <message>
        <source>No layer of soil entered the model. Nothing here speaks about the depth of failure.</source>
        <translation>Ninguna capa de suelo entró al modelo. Nada aquí habla de la profundidad de rotura.</translation>
    </message>
    <message>
        <source>No map of the ensemble's spread</source>
        <translation>Sin mapa de la dispersión del conjunto</translation>
    </message>
    <message>
        <source>No network is trained in random folds: what is said of it there is of the base that it adds to ('Random folds beside the spatial ones': 'Yes, networks too')</source>
        <translation>En las particiones al azar no se entrena ninguna red: lo que allí se dice de ella es de la base a la que se suma ('Random folds beside the spatial ones': 'Yes, networks too')</translation>
    </message>
    <message>
        <source>No output is asked for; choose at least one map</source>
        <translation>No se pide ninguna salida; elija al menos un mapa</translation>
    </message>
    <message>
        <source>No point lies on the factors; check the CRS of POINTS</source>
        <translation>Ningún punto está sobre los factores; compruebe el SRC de POINTS</translation>
    </message>
    <message>
        <source>No polygon of {name} was mapped for event {name2}, nor for all; add one or leave the event out</source>
        <translation>Ningún polígono de {name} se cartografió para el evento {name2}, ni para todos; añada uno u omita el evento</translation>
    </message>
    <message>
        <source>No prevalence</source>
        <translation>Sin prevalencia</translation>
    </message>
    <message>
        <source>No probability</source>
        <translation>Sin probabilidad</translation>
    </message>
    <message>
        <source>No raster is given; give at least one</source>
        <translation>No se indica ningún ráster; indique al menos uno</translation>
    </message>
    <message>
        <source>No resample of the storms can be fitted; there are too few storms with landslides</source>
        <translation>No se puede ajustar ningún remuestreo de las tormentas; hay muy pocas tormentas con deslizamientos</translation>
    </message>
    <message>
        <source>No row of the table of rain is called as a sample: its ids are such as {value}, field {identifier} holds {value2}; choose the field that they share</source>
        <translation>Ninguna fila de la tabla de lluvia se llama como una muestra: sus id son como {value}, el campo {identifier} contiene {value2}; elija el campo que comparten</translation>
    </message>
    <message>
        <source>No row of {name} has a label: its rows are called {value}, those of {name2} {value2}; give ID_FIELD</source>
        <translation>Ninguna fila de {name} tiene etiqueta: sus filas se llaman {value}, las de {name2} {value2}; indique ID_FIELD</translation>
    </message>
    <message>
        <source>No sample has its rain in {name}: the samples are called {value}, its rows {value2}; give ID_FIELD</source>
        <translation>Ninguna muestra tiene su lluvia en {name}: las muestras se llaman {value}, sus filas {value2}; indique ID_FIELD</translation>
    </message>
    <message>
        <source>No sample lies on {name}, which covers {west}, {south} to {east}, {north}; check the CRS of both</source>
        <translation>Ninguna muestra está sobre {name}, que cubre de {west}, {south} a {east}, {north}; compruebe el SRC de ambos</translation>
    </message>
    <message>
        <source>No sample of {name} lies on {name2}; check the CRS of both, or leave PROFILE out</source>
        <translation>Ninguna muestra de {name} está sobre {name2}; compruebe el SRC de ambos u omita PROFILE</translation>
    </message>
    <message>
        <source>No slope-stability prior</source>
        <translation>Sin estimación previa de la estabilidad</translation>
    </message>
    <message>
        <source>No slope-stability prior is given; give a probability of failure or a factor of safety raster from 'Compute factor of safety', or use 'Train susceptibility ensemble'</source>
        <translation>No se indica una estimación previa de la estabilidad; indique una probabilidad de rotura o un ráster del factor de seguridad de 'Compute factor of safety', o use 'Train susceptibility ensemble'</translation>
    </message>
    <message>
        <source>No soil profile</source>
        <translation>Sin perfil de suelo</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>No queda espacio en el dispositivo</translation>
    </message>
    <message>
        <source>No spatial fold holds landslides and stable samples in both parts; use fewer folds</source>
        <translation>Ninguna partición espacial contiene deslizamientos y muestras estables en ambas partes; use menos particiones</translation>
    </message>
    <message>
        <source>No step of any sample has rain{span}; give rain of their time and place, in the clock that UTC_OFFSET and SAMPLES_UTC_OFFSET say</source>
        <translation>Ningún paso de ninguna muestra tiene lluvia{span}; indique lluvia de su tiempo y lugar, en el reloj que dicen UTC_OFFSET y SAMPLES_UTC_OFFSET</translation>
    </message>
    <message>
        <source>No step of the rain ends after {first} and up to {last}; its steps end from {ends} to {ends2} (UTC)</source>
        <translation>Ningún paso de la lluvia termina después de {first} y hasta {last}; sus pasos terminan de {ends} a {ends2} (UTC)</translation>
    </message>
    <message>
        <source>No step of the rain ends at {moment_words}; the nearest one ends at {moment_words2}: give it as START</source>
        <translation>Ningún paso de la lluvia termina en {moment_words}; el más cercano termina en {moment_words2}: indíquelo como START</translation>
    </message>
    <message>
        <source>No step of {name} ends at {iso}; the last whole one ended at {iso2}</source>
        <translation>Ningún paso de {name} termina en {iso}; el último completo terminó en {iso2}</translation>
    </message>
    <message>
        <source>No storm without landslides was given: P is that of a storm that triggered landslides</source>
        <translation>No se dio ninguna tormenta sin deslizamientos: P es la de una tormenta que desencadenó deslizamientos</translation>
    </message>
    <message>
        <source>No stream</source>
        <translation>Sin cauce</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>El archivo o la carpeta no existe</translation>
    </message>
    <message>
        <source>No threshold could be fitted to {count} landslides: {message}</source>
        <translation>No se pudo ajustar ningún umbral a {count} deslizamientos: {message}</translation>
    </message>
    <message>
        <source>No trigger by itself changes the mean probability at the samples; where scenarios differ, it is through the probability of failure.</source>
        <translation>Ningún desencadenante por sí solo cambia la probabilidad media en las muestras; donde los escenarios difieren, es por la probabilidad de falla.</translation>
    </message>
    <message>
        <source>No trigger scenarios</source>
        <translation>Sin escenarios desencadenantes</translation>
    </message>
    <message>
        <source>No two values make up for each other much.</source>
        <translation>Ningún par de valores se compensa mucho.</translation>
    </message>
    <message>
        <source>No unit has a value in every factor; {value} have empty ones</source>
        <translation>Ninguna unidad tiene valor en todos los factores; {value} los tienen vacíos</translation>
    </message>
    <message>
        <source>No unit of {name} has a value in every factor the model needs; look for empty fields among {value}</source>
        <translation>Ninguna unidad de {name} tiene valor en todos los factores que el modelo necesita; busque campos vacíos entre {value}</translation>
    </message>
    <message>
        <source>No-data runs through it in narrow lines ({value}), as seams between tiles do</source>
        <translation>Sin datos la cruza en líneas estrechas ({value}), como las costuras entre teselas</translation>
    </message>
    <message>
        <source>None lies outside the area of applicability.</source>
        <translation>Ninguna está fuera del área de aplicabilidad.</translation>
    </message>
    <message>
        <source>None of the statistics is defined for these rasters; classes have a majority alone</source>
        <translation>Ninguna de las estadísticas está definida para estos rásteres; las clases solo tienen mayoría</translation>
    </message>
    <message>
        <source>None of the {cv_folds} spatial folds holds both landslides and stable samples; use fewer folds or absences closer to the landslides</source>
        <translation>Ninguna de las {cv_folds} particiones espaciales contiene deslizamientos y muestras estables; use menos particiones o ausencias más cercanas a los deslizamientos</translation>
    </message>
    <message>
        <source>None of the {polygons} polygons of {name} lies on {name2}; check its CRS</source>
        <translation>Ninguno de los {polygons} polígonos de {name} está sobre {name2}; compruebe su SRC</translation>
    </message>
    <message>
        <source>None of the {shapes} release areas is as large as RELEASE_AREA ({least_m2} m2; the largest has {max}); take less</source>
        <translation>Ninguna de las {shapes} áreas de desprendimiento alcanza RELEASE_AREA ({least_m2} m2; la mayor tiene {max}); tome menos</translation>
    </message>
    <message>
        <source>None of the {xy} points lies on the factor rasters; check the layer and its CRS</source>
        <translation>Ninguno de los {xy} puntos está sobre los rásteres de factores; compruebe la capa y su SRC</translation>
    </message>
    <message>
        <source>North</source>
        <translation>Norte</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>No es una carpeta</translation>
    </message>
    <message>
        <source>Not assessed (flat, cliff, no data)</source>
        <translation>No evaluado (plano, acantilado, sin datos)</translation>
    </message>
    <message>
        <source>Not assessed: a value is missing or a class is new; not safe</source>
        <translation>No evaluado: falta un valor o una clase es nueva; no es seguro</translation>
    </message>
    <message>
        <source>Not drawn: {named}. They say the same (correlation of {HIGH_CORRELATION} or more), so their effect belongs to them together; the coefficient of one alone may have either sign.</source>
        <translation>No se dibuja: {named}. Dicen lo mismo (correlación de {HIGH_CORRELATION} o más), así que su efecto les pertenece juntos; el coeficiente de uno solo puede tener cualquier signo.</translation>
    </message>
    <message>
        <source>Not flat</source>
        <translation>No plano</translation>
    </message>
    <message>
        <source>Not shown in this chapter</source>
        <translation>No se muestra en este capítulo</translation>
    </message>
    <message>
        <source>Not shown: {value}.</source>
        <translation>No se muestra: {value}.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>No probado</translation>
    </message>
    <message>
        <source>Not up to the longest</source>
        <translation>No hasta el mayor</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Notes of the training</source>
        <translation>Notas del entrenamiento</translation>
    </message>
    <message>
        <source>Nothing in {name} tells when its {count} layers are; give START (the moment of the first) and STEP, or a table {rsplit}.times.csv beside it with a column time and a row a layer</source>
        <translation>Nada en {name} dice de cuándo son sus {count} capas; indique START (el momento de la primera) y STEP, o una tabla {rsplit}.times.csv a su lado con una columna time y una fila por capa</translation>
    </message>
    <message>
        <source>Nothing says where the design storm falls; give AREA_RASTER, such as the factors, or RAIN with its cells</source>
        <translation>Nada dice dónde cae la tormenta de diseño; indique AREA_RASTER, como los factores, o RAIN con sus celdas</translation>
    </message>
    <message>
        <source>Nothing says which share of the ground the rows are: P is relative, it orders places and storms</source>
        <translation>Nada dice qué proporción del terreno son las filas: P es relativa, ordena lugares y tormentas</translation>
    </message>
    <message>
        <source>Nothing to find: choose at least one statistic or quantile</source>
        <translation>Nada que calcular: elija al menos una estadística o un cuantil</translation>
    </message>
    <message>
        <source>Nothing to write: choose at least one factor or give a line or raster layer</source>
        <translation>Nada que escribir: elija al menos un factor o indique una capa de líneas o ráster</translation>
    </message>
    <message>
        <source>NumPy in QGIS computes the factors, for there is no modelling environment: {error}</source>
        <translation>NumPy calcula los factores en QGIS, porque no hay entorno de modelado: {error}</translation>
    </message>
    <message>
        <source>NumPy, in this process</source>
        <translation>NumPy, en este proceso</translation>
    </message>
    <message>
        <source>Number of classes is {count}; allowed: 2 or more</source>
        <translation>El número de clases es {count}; se admite: 2 o más</translation>
    </message>
    <message>
        <source>Number of the layer from 1 at the surface</source>
        <translation>Número de la capa desde 1 en la superficie</translation>
    </message>
    <message>
        <source>Observed depth (m)</source>
        <translation>Profundidad observada (m)</translation>
    </message>
    <message>
        <source>Of a polygon every cell counts whose centre lies inside, so large landslides weigh more; a point is one cell.</source>
        <translation>De un polígono cuenta cada celda cuyo centro está dentro, así que los deslizamientos grandes pesan más; un punto es una celda.</translation>
    </message>
    <message>
        <source>Of neither</source>
        <translation>De ninguno</translation>
    </message>
    <message>
        <source>Of the change of the factor of safety {told}: {words}{some}</source>
        <translation>Del cambio del factor de seguridad {told}: {words}{some}</translation>
    </message>
    <message>
        <source>Of the inputs, the factors hold the elevation, and model and report the places of the samples.</source>
        <translation>De las entradas, los factores contienen la elevación, y el modelo y el informe los lugares de las muestras.</translation>
    </message>
    <message>
        <source>Of {name} only</source>
        <translation>Solo de {name}</translation>
    </message>
    <message>
        <source>On areas it has not seen, the {name} ranks a landslide above a stable place in {value} of 100 pairs (AUROC {number}, mean of the spatial folds, {interval_words})</source>
        <translation>En áreas que no ha visto, el modelo «{name}» ordena un deslizamiento por encima de un lugar estable en {value} de 100 pares (AUROC {number}, media de las particiones espaciales, {interval_words})</translation>
    </message>
    <message>
        <source>On storms left out whole</source>
        <translation>En tormentas excluidas enteras</translation>
    </message>
    <message>
        <source>On storms left out whole, {value} tells landslides from stable samples best: AUROC {auroc} ({low} to {high}).</source>
        <translation>En tormentas excluidas enteras, {value} es lo que mejor distingue deslizamientos de muestras estables: AUROC {auroc} ({low} a {high}).</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>En el mapa</translation>
    </message>
    <message>
        <source>On unseen ground this model {says}{about}: {mean} {gain} (95 % interval {low} to {high})</source>
        <translation>En terreno no visto este modelo {says}{about}: {mean} {gain} (intervalo del 95 % de {low} a {high})</translation>
    </message>
    <message>
        <source>One row a layer of a unit, by the codes (or, for polygons, the names) of the lithology; of one unit for the whole area.</source>
        <translation>Una fila por capa de una unidad, según los códigos (o, en polígonos, los nombres) de la litología; de una sola unidad para toda el área.</translation>
    </message>
    <message>
        <source>One row a layer of a unit. A copy of {name} of the plugin is a good start.</source>
        <translation>Una fila por capa de una unidad. Una copia de {name} del complemento es un buen comienzo.</translation>
    </message>
    <message>
        <source>One row an event: event (its name), date, return_period_yr, and the triggers it had (intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient): numbers, or rasters beside the table. Or start, end and rain (a stack or a table of gauges beside the table) give each cell the sums of its own rain, and series (a table with a row of the event's name) those of the area. Without a trigger of its own an event has that of its return period in the scenario table. Events without landslides belong here too: annual figures need them. Ground that failed on an earlier date is left out of later events.</source>
        <translation>Una fila por evento: event (su nombre), date, return_period_yr, y los desencadenantes que tuvo (intensity_mm_h, duration_h, antecedent_wetness, seismic_coefficient): números, o rásteres junto a la tabla. O bien start, end y rain (lluvia en el tiempo o una tabla de pluviómetros junto a la tabla) dan a cada celda las sumas de su propia lluvia, y series (una tabla con una fila del nombre del evento) las del área. Sin un desencadenante propio, un evento tiene el de su período de retorno en la tabla de escenarios. Los eventos sin deslizamientos también van aquí: las cifras anuales los necesitan. El terreno que falló en una fecha anterior se excluye de los eventos posteriores.</translation>
    </message>
    <message>
        <source>Only some cells have their own triggers; {name}triggers does not fit the samples</source>
        <translation>Solo algunas celdas tienen desencadenantes propios; {name}triggers no concuerda con las muestras</translation>
    </message>
    <message>
        <source>Only {count} landslides: every figure is rough</source>
        <translation>Solo {count} deslizamientos: toda cifra es aproximada</translation>
    </message>
    <message>
        <source>Only {count} landslides: scores are rough, prefer a simple model</source>
        <translation>Solo {count} deslizamientos: las puntuaciones son aproximadas, prefiera un modelo sencillo</translation>
    </message>
    <message>
        <source>Only {landslides} landslides: scores are uncertain and a network can hardly beat logistic regression; {FEW_LANDSLIDES} or more are advised</source>
        <translation>Solo {landslides} deslizamientos: las puntuaciones son inciertas y una red difícilmente supera a la regresión logística; se aconsejan {FEW_LANDSLIDES} o más</translation>
    </message>
    <message>
        <source>Only {occurring} of the five classes occur in the mapped area</source>
        <translation>Solo {occurring} de las cinco clases aparecen en el área cartografiada</translation>
    </message>
    <message>
        <source>Only {present} of {CLASSES} classes occur on the map; choose another class scheme</source>
        <translation>Solo {present} de {CLASSES} clases aparecen en el mapa; elija otro esquema de clases</translation>
    </message>
    <message>
        <source>Only {rows} of {wanted} stable cells exist {where}</source>
        <translation>Solo existen {rows} de {wanted} celdas estables {where}</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Operación no permitida</translation>
    </message>
    <message>
        <source>Origin of the time axis of {where}</source>
        <translation>El origen del eje de tiempo de {where}</translation>
    </message>
    <message>
        <source>Other factors</source>
        <translation>Otros factores</translation>
    </message>
    <message>
        <source>Other raster</source>
        <translation>Otro ráster</translation>
    </message>
    <message>
        <source>Other trigger scenarios than those of the training, with the same columns. A cell of the table may name a raster, as for maps; each point then takes the value of its cell.</source>
        <translation>Otros escenarios desencadenantes que los del entrenamiento, con las mismas columnas. Una celda de la tabla puede nombrar un ráster, como para los mapas; cada punto toma entonces el valor de su celda.</translation>
    </message>
    <message>
        <source>Other trigger scenarios than those of the training, with the same columns; left empty, the scenarios of the training are mapped. A cell may name a raster instead of a number, such as the rain of a storm or a forecast, by its path beside the table.</source>
        <translation>Otros escenarios desencadenantes que los del entrenamiento, con las mismas columnas; vacío, se cartografían los escenarios del entrenamiento. Una celda puede nombrar un ráster en vez de un número, como la lluvia de una tormenta o un pronóstico, por su ruta junto a la tabla.</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Outside: unlike the training data</source>
        <translation>Fuera: distinto de los datos de entrenamiento</translation>
    </message>
    <message>
        <source>Over a hillshade (multiply)</source>
        <translation>Sobre un sombreado (multiplicar)</translation>
    </message>
    <message>
        <source>Over all blocks held out the networks gain no more than chance; the base stays as it is</source>
        <translation>En el conjunto de los bloques reservados las redes no ganan más que por azar; la base queda como está</translation>
    </message>
    <message>
        <source>Over all storms held out the networks gain no more than chance; they add nothing</source>
        <translation>En todas las tormentas reservadas las redes no ganan más que el azar; no añaden nada</translation>
    </message>
    <message>
        <source>Over {value} % of the assessed cells have FS &lt; 1 even in the mildest scenario: slopes that stand say that the strength is too low, or the soil too deep or too wet; calibrate before use ('Calibrate slope stability' does it where landslides are mapped)</source>
        <translation>Más del {value} % de las celdas evaluadas tiene FS &lt; 1 ya en el escenario más suave: laderas que siguen en pie dicen que la resistencia es demasiado baja, o el suelo demasiado profundo o demasiado húmedo; calibre antes de usarlo ('Calibrate slope stability' lo hace donde hay deslizamientos cartografiados)</translation>
    </message>
    <message>
        <source>P against the factor of safety (FS) of the infinite slope, resisting over driving forces, at the samples; dashed, FS = 1 and the threshold of the map. {line_words}</source>
        <translation>P frente al factor de seguridad (FS) de la ladera infinita, fuerzas resistentes entre actuantes, en las muestras; discontinuas, FS = 1 y el umbral del mapa. {line_words}</translation>
    </message>
    <message>
        <source>P at the {end} end of the rain's band</source>
        <translation>P en el extremo {end} de la banda de la lluvia</translation>
    </message>
    <message>
        <source>P is below {threshold}</source>
        <translation>P está por debajo de {threshold}</translation>
    </message>
    <message>
        <source>P reaches {threshold}{did}</source>
        <translation>P alcanza {threshold}{did}</translation>
    </message>
    <message>
        <source>PACKAGES is {named}; give the address of an index (https://...) or a folder of wheels</source>
        <translation>PACKAGES es {named}; indique la dirección de un índice (https://...) o una carpeta de paquetes wheel</translation>
    </message>
    <message>
        <source>PACKAGES: {named} holds no wheels; fill it on a machine with a network: pip download --require-hashes -r requirements-worker{LOCK} -d </source>
        <translation>PACKAGES: {named} no contiene paquetes wheel; llénela en un equipo con red: pip download --require-hashes -r requirements-worker{LOCK} -d </translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PEOPLE_FIELD is a field of BUILDINGS, which are not given</source>
        <translation>PEOPLE_FIELD es un campo de BUILDINGS, que no se indica</translation>
    </message>
    <message>
        <source>PEOPLE_FIELD {field} of {name} holds {value}; allowed: numbers of people from 0</source>
        <translation>PEOPLE_FIELD {field} de {name} contiene {value}; se admite: números de personas desde 0</translation>
    </message>
    <message>
        <source>PNG files (*.png);;SVG files (*.svg)</source>
        <translation>Archivos PNG (*.png);;Archivos SVG (*.svg)</translation>
    </message>
    <message>
        <source>POINTS: no points are given</source>
        <translation>POINTS: no se indican puntos</translation>
    </message>
    <message>
        <source>POLYGONS are given without POLYGON_FIELD; name the field to judge</source>
        <translation>Se indican POLYGONS sin POLYGON_FIELD; nombre el campo que se evalúa</translation>
    </message>
    <message>
        <source>POLYGONS {name} has no CRS; assign the one its coordinates are in</source>
        <translation>POLYGONS {name} no tiene SRC; asigne el de sus coordenadas</translation>
    </message>
    <message>
        <source>POLYGONS {name} holds no polygons; choose a layer of polygons</source>
        <translation>POLYGONS {name} no contiene polígonos; elija una capa de polígonos</translation>
    </message>
    <message>
        <source>POLYGONS: no polygons are given</source>
        <translation>POLYGONS: no se indican polígonos</translation>
    </message>
    <message>
        <source>POLYGON_FIELD {field} of {name} holds no number</source>
        <translation>POLYGON_FIELD {field} de {name} no contiene ningún número</translation>
    </message>
    <message>
        <source>POLYGON_FIELD {field} of {name} holds {value}; a field of numbers is needed, such as 1 for the safest class up to 5 for the most dangerous</source>
        <translation>POLYGON_FIELD {field} de {name} contiene {value}; hace falta un campo de números, como 1 para la clase más segura hasta 5 para la más peligrosa</translation>
    </message>
    <message>
        <source>POPULATION {name} does not meet the map; check its CRS and extent</source>
        <translation>POPULATION {name} no coincide con el mapa; compruebe su SRC y su extensión</translation>
    </message>
    <message>
        <source>POPULATION {name} holds {min} people in a cell; allowed: 0 or more, so say its no-data value (NODATA) or declare it (Translate)</source>
        <translation>POPULATION {name} contiene {min} personas en una celda; se admite: 0 o más, así que indique su valor sin datos (NODATA) o declárelo (Traducir)</translation>
    </message>
    <message>
        <source>PROBABILITY does not name the cut points of its model (metadata CLASS_CUTS); give the probability from which a cell counts as above (CUT)</source>
        <translation>PROBABILITY no nombra los puntos de corte de su modelo (metadatos CLASS_CUTS); indique la probabilidad desde la que una celda cuenta como superior (CUT)</translation>
    </message>
    <message>
        <source>Packages come from {words}: about 600 MB, 2.5 GB when they are installed</source>
        <translation>Los paquetes vienen de {words}: unos 600 MB, 2.5 GB una vez instalados</translation>
    </message>
    <message>
        <source>Paired by fold. Better or worse: the 95 % interval excludes zero; probably: the 80 % one does; otherwise no difference is shown. Least shown: the smallest difference that so many folds can tell from none.</source>
        <translation>Comparación pareada por partición. Mejor o peor: el intervalo del 95 % excluye el cero; probablemente: lo excluye el del 80 %; si no, no se muestra diferencia. Mínimo demostrable: la menor diferencia que tantas particiones distinguen de ninguna.</translation>
    </message>
    <message>
        <source>Paired differences of AUROC with their intervals</source>
        <translation>Diferencias emparejadas de AUROC con sus intervalos</translation>
    </message>
    <message>
        <source>Palette {palette} is not known; allowed: {value}</source>
        <translation>No se conoce la paleta {palette}; se admite: {value}</translation>
    </message>
    <message>
        <source>Part of high that storms below {first} and beyond {last} have</source>
        <translation>Parte de la alta que tienen tormentas por debajo de {first} y más allá de {last}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Permiso denegado</translation>
    </message>
    <message>
        <source>Physical consistency</source>
        <translation>Coherencia física</translation>
    </message>
    <message>
        <source>Physics</source>
        <translation>Física</translation>
    </message>
    <message>
        <source>Physics alone</source>
        <translation>Solo la física</translation>
    </message>
    <message>
        <source>Physics and triggers</source>
        <translation>Física y desencadenantes</translation>
    </message>
    <message>
        <source>Places are in {crs_name} and rain in {crs_name2}; assign the right CRS to both</source>
        <translation>Los lugares están en {crs_name} y la lluvia en {crs_name2}; asigne el SRC correcto a ambos</translation>
    </message>
    <message>
        <source>Places in the rain range from {min} to {max}; allowed: 0 to {value}</source>
        <translation>Los lugares en la lluvia van de {min} a {max}; se admite: de 0 a {value}</translation>
    </message>
    <message>
        <source>Point: threshold of the map, {threshold}, which finds {value} % of the landslides and calls {value2} % of the stable samples. </source>
        <translation>Punto: umbral del mapa, {threshold}, que halla el {value} % de los deslizamientos y señala el {value2} % de las muestras estables. </translation>
    </message>
    <message>
        <source>Polygon rule is {polygon_rule}; allowed: {value}</source>
        <translation>La regla de polígonos es {polygon_rule}; se admite: {value}</translation>
    </message>
    <message>
        <source>Polygons are measured to their outline</source>
        <translation>Los polígonos se miden hasta su contorno</translation>
    </message>
    <message>
        <source>Pore pressure {law} is not known; allowed: {value}</source>
        <translation>No se conoce la presión de poros {law}; se admite: {value}</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Precision against recall of held-out samples, folds pooled; in brackets the area under it, which is not the mean over folds of the tables. Dotted: a guess, which has the share of landslides among the samples.</source>
        <translation>Precisión frente a exhaustividad de muestras reservadas, particiones reunidas; entre paréntesis el área bajo ella, que no es la media sobre particiones de las tablas. Punteada: una conjetura, que tiene la proporción de deslizamientos entre las muestras.</translation>
    </message>
    <message>
        <source>Precision among samples</source>
        <translation>Precisión en las muestras</translation>
    </message>
    <message>
        <source>Precision and recall, {value} % landslide cells</source>
        <translation>Precisión y exhaustividad, {value} % de celdas de deslizamiento</translation>
    </message>
    <message>
        <source>Precision in the area</source>
        <translation>Precisión en el área</translation>
    </message>
    <message>
        <source>Precision in the area: share of the places called so that would be so where landslides hold {value} % of the ground, as they do here.</source>
        <translation>Precisión en el área: proporción de los lugares así señalados que lo serían donde los deslizamientos ocupan el {value} % del terreno, como aquí.</translation>
    </message>
    <message>
        <source>Precision rises with the share of landslides: it is told at that of the map, {value} % of the cells (dashed), which is also the precision of a map that tells nothing. Maps of areas or inventories with other shares cannot be compared by it.</source>
        <translation>La precisión sube con la proporción de deslizamientos: se dice con la del mapa, {value} % de las celdas (discontinua), que es también la precisión de un mapa que no dice nada. Con ella no se pueden comparar mapas de áreas o inventarios con otras proporciones.</translation>
    </message>
    <message>
        <source>Precision where as much is called as has slid</source>
        <translation>Precisión donde se señala tanto como ha deslizado</translation>
    </message>
    <message>
        <source>Precision-recall curves</source>
        <translation>Curvas de precisión y exhaustividad</translation>
    </message>
    <message>
        <source>Precision-recall curves of every method</source>
        <translation>Curvas de precisión y exhaustividad de cada método</translation>
    </message>
    <message>
        <source>Precision: share of landslides among cells called</source>
        <translation>Precisión: proporción de deslizamientos entre las celdas señaladas</translation>
    </message>
    <message>
        <source>Predicted depth (m)</source>
        <translation>Profundidad predicha (m)</translation>
    </message>
    <message>
        <source>Prediction rate</source>
        <translation>Tasa de predicción</translation>
    </message>
    <message>
        <source>Prediction rate: share of the landslides held out in spatial folds, most susceptible ground first. </source>
        <translation>Tasa de predicción: proporción de los deslizamientos reservados en particiones espaciales, primero el terreno más susceptible. </translation>
    </message>
    <message>
        <source>Prediction-rate curves of every method</source>
        <translation>Curvas de tasa de predicción de cada método</translation>
    </message>
    <message>
        <source>Presence and background (relative intensity)</source>
        <translation>Presencia y fondo (intensidad relativa)</translation>
    </message>
    <message>
        <source>Probabilities are of whole units, and refer to the {value} % with landslides among those trained on; if those were chosen by their outcome, they only rank units</source>
        <translation>Las probabilidades son de unidades enteras, y se refieren al {value} % con deslizamientos entre las de entrenamiento; si estas se eligieron por su resultado, solo ordenan unidades</translation>
    </message>
    <message>
        <source>Probabilities are of whole units, and refer to {given} of them with landslides</source>
        <translation>Las probabilidades son de unidades enteras, y se refieren a {given} de ellas con deslizamientos</translation>
    </message>
    <message>
        <source>Probabilities follow the share of landslides among the samples{ratio}, not in the landscape. Read them as ranks: a cell with a larger value is more susceptible.</source>
        <translation>Las probabilidades siguen la proporción de deslizamientos entre las muestras{ratio}, no en el paisaje. Léalas como orden: una celda con un valor mayor es más susceptible.</translation>
    </message>
    <message>
        <source>Probabilities refer to a landslide share of the area of {value} %{bound}{of}</source>
        <translation>Las probabilidades se refieren a una proporción de deslizamientos en el área del {value} %{bound}{of}</translation>
    </message>
    <message>
        <source>Probabilities refer to the ground that was sampled{of}, given the storm</source>
        <translation>Las probabilidades se refieren al terreno muestreado{of}, dada la tormenta</translation>
    </message>
    <message>
        <source>Probabilities refer to the share of landslides among the samples, which the sampling set; they rank places and are no share of the area</source>
        <translation>Las probabilidades se refieren a la proporción de deslizamientos entre las muestras, que fijó el muestreo; ordenan lugares y no son una proporción del área</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Probability (mean of group)</source>
        <translation>Probabilidad (media del grupo)</translation>
    </message>
    <message>
        <source>Probability density (1/m²) over area (m²)</source>
        <translation>Densidad de probabilidad (1/m²) según el área (m²)</translation>
    </message>
    <message>
        <source>Probability given this rain</source>
        <translation>Probabilidad dada esta lluvia</translation>
    </message>
    <message>
        <source>Probability mapped by every method</source>
        <translation>Probabilidad cartografiada por cada método</translation>
    </message>
    <message>
        <source>Probability of</source>
        <translation>Probabilidad de</translation>
    </message>
    <message>
        <source>Probability of each method less that of this report's model ({value}){_given}: red, the method sees more danger; blue, less. Colours end at the 98th percentile of the change. Drawn on a thinned grid.</source>
        <translation>Probabilidad de cada método menos la del modelo de este informe ({value}){_given}: rojo, el método ve más peligro; azul, menos. Los colores acaban en el percentil 98 del cambio. Dibujado en una malla aligerada.</translation>
    </message>
    <message>
        <source>Probability of every method{_given} on one common ramp, best score first, with the landslides of the inventory where one is given. AUROC: area under the ROC curve, mean over spatial folds. Drawn on a thinned grid.</source>
        <translation>Probabilidad de cada método{_given} en una rampa común, primero la mejor puntuación, con los deslizamientos del inventario donde se da uno. AUROC: área bajo la curva ROC, media sobre las particiones espaciales. Dibujado en una malla aligerada.</translation>
    </message>
    <message>
        <source>Probability of failure: {sampled} of {assessed} cells sampled; values under {resolved} are not told apart and read '&lt; {resolved2}'</source>
        <translation>Probabilidad de rotura: {sampled} de {assessed} celdas muestreadas; los valores menores que {resolved} no se distinguen y se leen '&lt; {resolved2}'</translation>
    </message>
    <message>
        <source>Probability of the model against the factor of safety</source>
        <translation>Probabilidad del modelo frente al factor de seguridad</translation>
    </message>
    <message>
        <source>Probability of the model against the factor of safety FS of the infinite slope at the samples, both in {reference}. Orange triangles, landslides; blue circles, stable places. Dashed: FS = 1 and the threshold of the map. {quadrants} {line_words}Points above the threshold with FS over 1 are places that the model calls on grounds other than the infinite slope, or where soil or water differ from those assumed.</source>
        <translation>Probabilidad del modelo frente al factor de seguridad FS de la ladera infinita en las muestras, ambos en {reference}. Triángulos naranjas, deslizamientos; círculos azules, lugares estables. Discontinuas: FS = 1 y el umbral del mapa. {quadrants} {line_words}Los puntos por encima del umbral con FS mayor que 1 son lugares que el modelo señala por motivos distintos de la ladera infinita, o donde el suelo o el agua difieren de los supuestos.</translation>
    </message>
    <message>
        <source>Probability over the return period of a typical cell of each class</source>
        <translation>Probabilidad según el período de retorno de una celda típica de cada clase</translation>
    </message>
    <message>
        <source>Probability raster of the same map.{LEFT_EMPTY}</source>
        <translation>Ráster de probabilidad del mismo mapa.{LEFT_EMPTY}</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Python {python}; {versions}</source>
        <translation>Python {python}; {versions}</translation>
    </message>
    <message>
        <source>Python {version}.{version2}</source>
        <translation>Python {version}.{version2}</translation>
    </message>
    <message>
        <source>QGIS did not answer for {PATIENCE_S} s, so nothing could be drawn</source>
        <translation>QGIS no respondió durante {PATIENCE_S} s, así que no se pudo dibujar nada</translation>
    </message>
    <message>
        <source>QGIS plugin Landslide Susceptibility</source>
        <translation>Complemento de QGIS Landslide Susceptibility</translation>
    </message>
    <message>
        <source>QGIS project (3.22 or newer) with the rasters in their styles</source>
        <translation>proyecto de QGIS (3.22 o posterior) con los rásteres en sus estilos</translation>
    </message>
    <message>
        <source>QGIS's proxy {host} is a {value}, which pip cannot use</source>
        <translation>El proxy de QGIS {host} es {value}, que pip no puede usar</translation>
    </message>
    <message>
        <source>QUANTILES holds a number twice; give each once</source>
        <translation>QUANTILES contiene un número dos veces; indique cada uno una vez</translation>
    </message>
    <message>
        <source>QUANTILES holds {value}; allowed: per cent from 0 to 100, such as 10 50 90</source>
        <translation>QUANTILES contiene {value}; se admite: porcentajes de 0 a 100, como 10 50 90</translation>
    </message>
    <message>
        <source>Quality level {quality_level} of 7</source>
        <translation>Nivel de calidad {quality_level} de 7</translation>
    </message>
    <message>
        <source>RAIN is given without SOIL_TABLE: an inventory without dates tells scenarios apart only through slope physics, which needs soil; give SOIL_TABLE, or leave RAIN out</source>
        <translation>Se indica RAIN sin SOIL_TABLE: un inventario sin fechas distingue escenarios solo por la física de la ladera, que necesita suelo; indique SOIL_TABLE u omita RAIN</translation>
    </message>
    <message>
        <source>RAIN is not set; give the rain that fell, or choose a design storm (KIND=design)</source>
        <translation>RAIN no está definido; indique la lluvia caída o elija una tormenta de diseño (KIND=design)</translation>
    </message>
    <message>
        <source>RAIN_IS allows {value}, STAMPED allows {value2}</source>
        <translation>RAIN_IS admite {value}, STAMPED admite {value2}</translation>
    </message>
    <message>
        <source>RASTER is not set; give the map to judge, or POLYGONS with POLYGON_FIELD</source>
        <translation>RASTER no está definido; indique el mapa que se evalúa, o POLYGONS con POLYGON_FIELD</translation>
    </message>
    <message>
        <source>RASTER, SECOND and POLYGONS are three maps; leave one of them out</source>
        <translation>RASTER, SECOND y POLYGONS son tres mapas; omita uno de ellos</translation>
    </message>
    <message>
        <source>RELEASE_HEIGHTS needs a depth: give DEPTH, a raster in metres, or HEIGHT, a single value</source>
        <translation>RELEASE_HEIGHTS necesita una profundidad: indique DEPTH, un ráster en metros, o HEIGHT, un valor único</translation>
    </message>
    <message>
        <source>ROC curves of every method</source>
        <translation>Curvas ROC de cada método</translation>
    </message>
    <message>
        <source>ROC, held-out samples</source>
        <translation>ROC, muestras reservadas</translation>
    </message>
    <message>
        <source>Rain (*.nc *.nc4 *.tif *.tiff *.vrt *.NC *.TIF);;{ALL_FILES}</source>
        <translation>Lluvia (*.nc *.nc4 *.tif *.tiff *.vrt *.NC *.TIF);;{ALL_FILES}</translation>
    </message>
    <message>
        <source>Rain (*.tif *.tiff *.nc *.nc4 *.TIF *.TIFF *.NC);;{ALL_FILES}</source>
        <translation>Lluvia (*.tif *.tiff *.nc *.nc4 *.TIF *.TIFF *.NC);;{ALL_FILES}</translation>
    </message>
    <message>
        <source>Rain (mm)</source>
        <translation>Lluvia (mm)</translation>
    </message>
    <message>
        <source>Rain before and during the event, over the whole window.</source>
        <translation>Lluvia antes y durante el evento, en toda la ventana.</translation>
    </message>
    <message>
        <source>Rain does under a tenth of the change of the factor of safety between these scenarios: the rest is typed, not computed. See the conductivity (in the field 10 to 1000 times that of samples), Green and Ampt, and the antecedent wetness</source>
        <translation>La lluvia hace menos de una décima parte del cambio del factor de seguridad entre estos escenarios: el resto está escrito a mano, no calculado. Vea la conductividad (en el campo de 10 a 1000 veces la de las muestras), Green y Ampt, y la humedad antecedente</translation>
    </message>
    <message>
        <source>Rain enters a network as {value}; allowed: {value2}</source>
        <translation>La lluvia entra en una red como {value}; se admite: {value2}</translation>
    </message>
    <message>
        <source>Rain is above the largest of the training in {frames} of {frames2} frames: in the worst of them at {beyond} of {mapped} cells. The model has not seen such rain</source>
        <translation>La lluvia supera la mayor del entrenamiento en {frames} de {frames2} cuadros: en el peor de ellos, en {beyond} de {mapped} celdas. El modelo no ha visto tal lluvia</translation>
    </message>
    <message>
        <source>Rain is measured until {until}; of the last frame's window {ahead} of {window_h} h are forecast</source>
        <translation>La lluvia está medida hasta {until}; de la ventana del último cuadro, {ahead} de {window_h} h son pronóstico</translation>
    </message>
    <message>
        <source>Rain of the event</source>
        <translation>Lluvia del evento</translation>
    </message>
    <message>
        <source>Rain of the last {hours} h cannot be told from {shape} steps of {step_h} h</source>
        <translation>La lluvia de las últimas {hours} h no se puede deducir de {shape} pasos de {step_h} h</translation>
    </message>
    <message>
        <source>Rain of {ends} moments needs one row each, got an array of {shape}</source>
        <translation>La lluvia de {ends} momentos necesita una fila por cada uno; hay una matriz de {shape}</translation>
    </message>
    <message>
        <source>Rain of {min} mm a step; allowed: 0 or more, or a gap</source>
        <translation>Lluvia de {min} mm por paso; se admite: 0 o más, o un hueco</translation>
    </message>
    <message>
        <source>Rain pattern</source>
        <translation>Patrón de lluvia</translation>
    </message>
    <message>
        <source>Rain pattern {pattern} must hold shares of at least 0, not all of them 0, such as 1 2 1</source>
        <translation>El patrón de lluvia {pattern} debe contener proporciones de al menos 0, no todas 0, como 1 2 1</translation>
    </message>
    <message>
        <source>Rain that did not fall ({assumed})</source>
        <translation>Lluvia que no cayó ({assumed})</translation>
    </message>
    <message>
        <source>Rain that fell</source>
        <translation>Lluvia caída</translation>
    </message>
    <message>
        <source>Rain thresholds and their scores</source>
        <translation>Umbrales de lluvia y sus puntuaciones</translation>
    </message>
    <message>
        <source>Rain thresholds of {name}</source>
        <translation>Umbrales de lluvia de {name}</translation>
    </message>
    <message>
        <source>Rain times {adjusted}, for fixed intervals and area; printed return levels are without</source>
        <translation>Lluvia por {adjusted}, por intervalos fijos y área; los niveles de retorno impresos van sin ello</translation>
    </message>
    <message>
        <source>Rain times {factor}, for the mean over {area} km2</source>
        <translation>Lluvia por {factor}, para la media sobre {area} km2</translation>
    </message>
    <message>
        <source>Rain {path} is neither a file nor a folder</source>
        <translation>La lluvia {path} no es ni un archivo ni una carpeta</translation>
    </message>
    <message>
        <source>Rain, step ending {end}Z</source>
        <translation>Lluvia, paso que termina en {end}Z</translation>
    </message>
    <message>
        <source>Rain: storms of {hours} h by a fit of annual maxima, {value} % of the soil saturated before, no shaking; 'Build trigger scenarios' takes other choices</source>
        <translation>Lluvia: tormentas de {hours} h por un ajuste de máximos anuales, {value} % del suelo saturado antes, sin sismo; 'Build trigger scenarios' ofrece otras opciones</translation>
    </message>
    <message>
        <source>Rain: {rain_name}; model: {name}</source>
        <translation>Lluvia: {rain_name}; modelo: {name}</translation>
    </message>
    <message>
        <source>Random cross-validation, for the gap to the spatial one</source>
        <translation>Validación cruzada al azar, por la diferencia con la espacial</translation>
    </message>
    <message>
        <source>Random folds were not asked for at training ('Random folds beside the spatial ones').</source>
        <translation>No se pidieron particiones al azar en el entrenamiento ('Random folds beside the spatial ones').</translation>
    </message>
    <message>
        <source>Random forest with logit Pf</source>
        <translation>Bosque aleatorio con logit Pf</translation>
    </message>
    <message>
        <source>Range given</source>
        <translation>Rango dado</translation>
    </message>
    <message>
        <source>Range in training</source>
        <translation>Rango en el entrenamiento</translation>
    </message>
    <message>
        <source>Ranges on the map beside those of the training: give 'Factor rasters'.</source>
        <translation>Rangos en el mapa junto a los del entrenamiento: indique 'Factor rasters'.</translation>
    </message>
    <message>
        <source>Rank correlation of every factor with the inventory</source>
        <translation>Correlación de rangos de cada factor con el inventario</translation>
    </message>
    <message>
        <source>Rank correlation of low factor of safety and fitted probability at the samples (FS-rho of the fit)</source>
        <translation>Correlación de rangos entre factor de seguridad bajo y probabilidad ajustada en las muestras (FS-rho del ajuste)</translation>
    </message>
    <message>
        <source>Rank correlation over landslide cells (Spearman)</source>
        <translation>Correlación de rangos en celdas de deslizamiento (Spearman)</translation>
    </message>
    <message>
        <source>Rank correlations</source>
        <translation>Correlaciones de rangos</translation>
    </message>
    <message>
        <source>Raster of a quantity.</source>
        <translation>Ráster de una magnitud.</translation>
    </message>
    <message>
        <source>Raster of codes, or polygons.</source>
        <translation>Ráster de códigos, o polígonos.</translation>
    </message>
    <message>
        <source>Raster of lithology codes, or polygons.</source>
        <translation>Ráster de códigos de litología, o polígonos.</translation>
    </message>
    <message>
        <source>Raster of rain, such as a yearly mean.</source>
        <translation>Ráster de lluvia, como una media anual.</translation>
    </message>
    <message>
        <source>Raster of the spread of the members.{LEFT_EMPTY}</source>
        <translation>Ráster de la dispersión de los miembros.{LEFT_EMPTY}</translation>
    </message>
    <message>
        <source>Raster of the vegetation index, -1 to 1.</source>
        <translation>Ráster del índice de vegetación, de -1 a 1.</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Razón</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Sistema de archivos de solo lectura</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>Recall: share of the landslides</source>
        <translation>Exhaustividad: proporción de los deslizamientos</translation>
    </message>
    <message>
        <source>Receiver operating characteristic (ROC) of samples held out in spatial folds: true positive rate against false positive rate. Area under the curve (AUROC): mean over the folds, and in brackets of the curve drawn, which pools them; dotted, chance. {threshold_words}{value}{value2}</source>
        <translation>Característica operativa del receptor (ROC) de muestras reservadas en particiones espaciales: tasa de verdaderos positivos frente a tasa de falsos positivos. Área bajo la curva (AUROC): media sobre las particiones, y entre paréntesis la de la curva trazada, que las reúne; punteada, azar. {threshold_words}{value}{value2}</translation>
    </message>
    <message>
        <source>Receiver operating characteristic of held-out samples. Area under the curve (AUROC): mean over the spatial folds, as in the text and the tables, and in brackets that of the curve drawn, which pools the folds and so compares samples of different ones. {threshold_words}</source>
        <translation>Característica operativa del receptor de muestras reservadas. Área bajo la curva (AUROC): media sobre las particiones espaciales, como en el texto y las tablas, y entre paréntesis la de la curva trazada, que reúne las particiones y así compara muestras de distintas. {threshold_words}</translation>
    </message>
    <message>
        <source>Reference scenario T{period_yr} is not in the table; it has {value}</source>
        <translation>El escenario de referencia T{period_yr} no está en la tabla; tiene {value}</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Relativa</translation>
    </message>
    <message>
        <source>Relative intensity</source>
        <translation>Intensidad relativa</translation>
    </message>
    <message>
        <source>Relative intensity of landslides</source>
        <translation>Intensidad relativa de deslizamientos</translation>
    </message>
    <message>
        <source>Relative intensity, no probability</source>
        <translation>Intensidad relativa, no probabilidad</translation>
    </message>
    <message>
        <source>Relative intensity: up to 0.25 times the area's mean</source>
        <translation>Intensidad relativa: hasta 0.25 veces la media del área</translation>
    </message>
    <message>
        <source>Relative probability</source>
        <translation>Probabilidad relativa</translation>
    </message>
    <message>
        <source>Relative probability given this rain</source>
        <translation>Probabilidad relativa dada esta lluvia</translation>
    </message>
    <message>
        <source>Relative: the training does not say how many stable places a sample stands for, so P tells where and when there is more, not how often a landslide comes</source>
        <translation>Relativa: el entrenamiento no dice por cuántos lugares estables vale una muestra, así que P dice dónde y cuándo hay más, no con qué frecuencia llega un deslizamiento</translation>
    </message>
    <message>
        <source>Release area</source>
        <translation>Área de desprendimiento</translation>
    </message>
    <message>
        <source>Release areas are where failures may begin; nothing is said of how far they run</source>
        <translation>Las áreas de desprendimiento son donde pueden empezar roturas; nada se dice de cuán lejos llegan</translation>
    </message>
    <message>
        <source>Release areas need a class raster (CLASSES)</source>
        <translation>Las áreas de desprendimiento necesitan un ráster de clases (CLASSES)</translation>
    </message>
    <message>
        <source>Release areas need a class raster (CLASSES), or PROBABILITY with THRESHOLD; give one of them</source>
        <translation>Las áreas de desprendimiento necesitan un ráster de clases (CLASSES), o PROBABILITY con THRESHOLD; indique uno de ellos</translation>
    </message>
    <message>
        <source>Release height</source>
        <translation>Altura de desprendimiento</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Fiabilidad</translation>
    </message>
    <message>
        <source>Reliability before and after calibration</source>
        <translation>Fiabilidad antes y después de la calibración</translation>
    </message>
    <message>
        <source>Remove them (Delete duplicate geometries)</source>
        <translation>Elimínelos (Eliminar geometrías duplicadas)</translation>
    </message>
    <message>
        <source>Repeats in which networks take part: the first {network_repeats}</source>
        <translation>Repeticiones en que participan las redes: las primeras {network_repeats}</translation>
    </message>
    <message>
        <source>Repeats of the folds: {value} of {works} done</source>
        <translation>Repeticiones de las particiones: {value} de {works} hechas</translation>
    </message>
    <message>
        <source>Report: {output} ({value} MiB)</source>
        <translation>Informe: {output} ({value} MiB)</translation>
    </message>
    <message>
        <source>Resample the original bilinearly</source>
        <translation>Remuestree el original de forma bilineal</translation>
    </message>
    <message>
        <source>Residual variogram</source>
        <translation>Variograma de los residuos</translation>
    </message>
    <message>
        <source>Residual water content by volume</source>
        <translation>Contenido volumétrico de agua residual</translation>
    </message>
    <message>
        <source>Response to each trigger</source>
        <translation>Respuesta a cada desencadenante</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Return period (years)</source>
        <translation>Período de retorno (años)</translation>
    </message>
    <message>
        <source>Return period at threshold</source>
        <translation>Período de retorno en el umbral</translation>
    </message>
    <message>
        <source>Return period of the rain (yr)</source>
        <translation>Período de retorno de la lluvia (años)</translation>
    </message>
    <message>
        <source>Return period of the rain T (years)</source>
        <translation>Período de retorno de la lluvia T (años)</translation>
    </message>
    <message>
        <source>Return periods</source>
        <translation>Períodos de retorno</translation>
    </message>
    <message>
        <source>Return periods must be positive and differ from row to row; the table has {value}</source>
        <translation>Los períodos de retorno deben ser positivos y distintos en cada fila; la tabla tiene {value}</translation>
    </message>
    <message>
        <source>Return periods {before} and {after} would both be called {name}; allowed: periods that differ in their first six digits</source>
        <translation>Los períodos de retorno {before} y {after} se llamarían ambos {name}; se admite: períodos que difieran en sus seis primeras cifras</translation>
    </message>
    <message>
        <source>Root cohesion by land cover needs the land cover and the root table; {missing} is missing</source>
        <translation>La cohesión de raíces por cobertura del suelo necesita la cobertura y la tabla de raíces; falta {missing}</translation>
    </message>
    <message>
        <source>Rows of one kind and storm were drawn at shares from {min} to {max}; give each storm one share for its landslides and one for its stable rows</source>
        <translation>Filas de un tipo y una tormenta se sortearon con proporciones de {min} a {max}; dé a cada tormenta una proporción para sus deslizamientos y una para sus filas estables</translation>
    </message>
    <message>
        <source>Rows x columns</source>
        <translation>Filas x columnas</translation>
    </message>
    <message>
        <source>Run Fix geometries</source>
        <translation>Ejecute Corregir geometrías</translation>
    </message>
    <message>
        <source>Run Fix geometries, or correct its CRS</source>
        <translation>Ejecute Corregir geometrías, o corrija su SRC</translation>
    </message>
    <message>
        <source>Run-out and the size of landslides are not mapped.</source>
        <translation>La propagación y el tamaño de los deslizamientos no se cartografían.</translation>
    </message>
    <message>
        <source>SAMPLES and LABEL_FIELD are needed; give the samples and the field of their labels</source>
        <translation>Hacen falta SAMPLES y LABEL_FIELD; indique las muestras y el campo de sus etiquetas</translation>
    </message>
    <message>
        <source>SAMPLES is not set; give the places and times whose rain is wanted</source>
        <translation>SAMPLES no está definido; indique los lugares y momentos cuya lluvia se busca</translation>
    </message>
    <message>
        <source>SAMPLES: no samples are given</source>
        <translation>SAMPLES: no se indica ninguna muestra</translation>
    </message>
    <message>
        <source>SCORES is not set; give a table with the columns factor, value, score</source>
        <translation>SCORES no está definido; indique una tabla con las columnas factor, value, score</translation>
    </message>
    <message>
        <source>SHIFT is {shift_h} h; allowed: whole steps of the rain, {step_h} h each</source>
        <translation>SHIFT es {shift_h} h; se admite: pasos enteros de la lluvia, de {step_h} h cada uno</translation>
    </message>
    <message>
        <source>SOIL_DEPTH is {said_m} m, but SOIL_DEPTH_RASTER reaches {deepest_m} m; leave SOIL_DEPTH out, and give SOIL_DEPTH_LIMIT={said_m2} if the soil is to be cut there</source>
        <translation>SOIL_DEPTH es {said_m} m, pero SOIL_DEPTH_RASTER llega a {deepest_m} m; omita SOIL_DEPTH e indique SOIL_DEPTH_LIMIT={said_m2} si el suelo se corta ahí</translation>
    </message>
    <message>
        <source>SOIL_DEPTH_RASTER gives the depth</source>
        <translation>SOIL_DEPTH_RASTER da el espesor</translation>
    </message>
    <message>
        <source>SOIL_TABLE has {codes} units, but no LITHOLOGY is given that tells which is where; give it, or a table with one unit</source>
        <translation>SOIL_TABLE tiene {codes} unidades, pero no se indica LITHOLOGY que diga cuál está dónde; indíquelo, o una tabla de una unidad</translation>
    </message>
    <message>
        <source>SOIL_TABLE is not used: without RAIN only networks read the soil, and preset quick has none</source>
        <translation>SOIL_TABLE no se usa: sin RAIN solo las redes leen el suelo, y el preajuste quick no las tiene</translation>
    </message>
    <message>
        <source>START is given and STEP is not; give the length of a layer's step in hours</source>
        <translation>Se indica START y no STEP; indique la duración del paso de una capa en horas</translation>
    </message>
    <message>
        <source>SUCTION is {suction}, but pore pressure {law} tells no suction; choose a law with a water table, or SUCTION=none</source>
        <translation>SUCTION es {suction}, pero la presión de poros {law} no da succión; elija una ley con nivel freático o SUCTION=none</translation>
    </message>
    <message>
        <source>SURCHARGE_RASTER gives it</source>
        <translation>SURCHARGE_RASTER la da</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>SVG files (*.svg)</source>
        <translation>Archivos SVG (*.svg)</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Saliencia</translation>
    </message>
    <message>
        <source>Saliency of every soil layer in every scenario, as heat map and as lines</source>
        <translation>Saliencia de cada capa del suelo en cada escenario, como mapa de calor y como líneas</translation>
    </message>
    <message>
        <source>Saliency of soil layers</source>
        <translation>Saliencia de las capas del suelo</translation>
    </message>
    <message>
        <source>Saliency of soil layers by scenario</source>
        <translation>Saliencia de las capas del suelo por escenario</translation>
    </message>
    <message>
        <source>Saliency, the mean absolute change of P for one standard deviation of a soil property, by scenario (T and the return period of the rain in years) and depth of the soil layer; what the model listens to, no failure plane.</source>
        <translation>Saliencia, cambio absoluto medio de P por una desviación típica de una propiedad del suelo, por escenario (T y el período de retorno de la lluvia en años) y profundidad de la capa del suelo; a qué atiende el modelo, no un plano de rotura.</translation>
    </message>
    <message>
        <source>Saliency: mean absolute change of the probability for one standard deviation of a soil property, over samples and properties. Left, scenario (T: return period of the rain in years) by depth of the layer below ground; right, the same as lines against the middle of the layer, with the standard deviation over the {members} members as bands. It says which layers the model listens to. It is no failure plane: that is where the factor of safety is lowest. Differences smaller than the bands are chance.{_alike}</source>
        <translation>Saliencia: cambio absoluto medio de la probabilidad por una desviación típica de una propiedad del suelo, sobre muestras y propiedades. Izquierda, escenario (T: período de retorno de la lluvia en años) por profundidad de la capa bajo el terreno; derecha, lo mismo como líneas según el centro de la capa, con la desviación típica sobre los {members} miembros como bandas. Dice a qué capas atiende el modelo. No es un plano de rotura: este está donde el factor de seguridad es menor. Las diferencias menores que las bandas son azar.{_alike}</translation>
    </message>
    <message>
        <source>Same layer</source>
        <translation>La misma capa</translation>
    </message>
    <message>
        <source>Same places: {who} in training at another time</source>
        <translation>Mismos lugares: {who} en el entrenamiento en otro momento</translation>
    </message>
    <message>
        <source>Sample study area</source>
        <translation>Área de estudio de ejemplo</translation>
    </message>
    <message>
        <source>Samples and settings</source>
        <translation>Muestras y ajustes</translation>
    </message>
    <message>
        <source>Samples and sources</source>
        <translation>Muestras y fuentes</translation>
    </message>
    <message>
        <source>Samples by spatial fold of the first repeat: a colour and a marker a fold. A fold is predicted by a model trained on the others, so no sample is judged by its neighbours.</source>
        <translation>Muestras por partición espacial de la primera repetición: un color y un marcador por partición. Una partición la predice un modelo entrenado en las demás, así que ninguna muestra se evalúa por sus vecinas.</translation>
    </message>
    <message>
        <source>Samples lost</source>
        <translation>Muestras perdidas</translation>
    </message>
    <message>
        <source>Saturated unit weight</source>
        <translation>Peso unitario saturado</translation>
    </message>
    <message>
        <source>Saturated water content by volume</source>
        <translation>Contenido volumétrico de agua saturado</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Saved (95 %)</source>
        <translation>Ahorro (95 %)</translation>
    </message>
    <message>
        <source>Say {saying} in runs, or declare it (Translate)</source>
        <translation>Indique {saying} en las ejecuciones, o declárelo (Traducir)</translation>
    </message>
    <message>
        <source>Say {saying} or declare it (Translate) if 0 marks no-data</source>
        <translation>Indique {saying} o declárelo (Traducir) si 0 marca sin datos</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>Scenario table</source>
        <translation>Tabla de escenarios</translation>
    </message>
    <message>
        <source>Scenario table {path} cannot be read: its JSON is nested too deeply; allowed: {JSON_FORM}</source>
        <translation>La tabla de escenarios {path} no se puede leer: su JSON tiene demasiados niveles; se admite: {JSON_FORM}</translation>
    </message>
    <message>
        <source>Scenario table {path} cannot be read: {error}</source>
        <translation>La tabla de escenarios {path} no se puede leer: {error}</translation>
    </message>
    <message>
        <source>Scenario table {path} has no key scenarios{held}; allowed: {JSON_FORM}</source>
        <translation>La tabla de escenarios {path} no tiene la clave scenarios{held}; se admite: {JSON_FORM}</translation>
    </message>
    <message>
        <source>Scenario table {path}: scenarios is no list of rows; allowed: {JSON_FORM}</source>
        <translation>Tabla de escenarios {path}: scenarios no es una lista de filas; se admite: {JSON_FORM}</translation>
    </message>
    <message>
        <source>Scenario tables (*.csv *.txt *.xlsx *.ods *.json *.CSV *.TXT *.XLSX *.ODS *.JSON);;{ALL_FILES}</source>
        <translation>Tablas de escenarios (*.csv *.txt *.xlsx *.ods *.json *.CSV *.TXT *.XLSX *.ODS *.JSON);;{ALL_FILES}</translation>
    </message>
    <message>
        <source>Scenario {names} brings {depth} mm of rain, less than {names2} with {depth2} mm; rarer scenarios must be at least as severe</source>
        <translation>El escenario {names} trae {depth} mm de lluvia, menos que {names2} con {depth2} mm; los escenarios más raros deben ser al menos igual de severos</translation>
    </message>
    <message>
        <source>Scenario {names} has a band from {low} to {high} mm/h around {middle}; allowed: 0 &lt;= intensity_low_mm_h &lt;= intensity_mm_h &lt;= intensity_high_mm_h &lt;= {most}</source>
        <translation>El escenario {names} tiene una banda de {low} a {high} mm/h en torno a {middle}; se admite: 0 &lt;= intensity_low_mm_h &lt;= intensity_mm_h &lt;= intensity_high_mm_h &lt;= {most}</translation>
    </message>
    <message>
        <source>Schema of the bundle</source>
        <translation>Esquema del paquete</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Scored on</source>
        <translation>Puntuado en</translation>
    </message>
    <message>
        <source>Scores are given of {value}, which no raster holds; there are {value2}</source>
        <translation>Se dan puntuaciones de {value}, que ningún ráster contiene; hay {value2}</translation>
    </message>
    <message>
        <source>Scores are of samples whose storm took no part in the threshold; the bands resample whole storms. Hits and false alarms are shares of these samples: among all days of a year stable ones are far more, so that most alarms of a warning by such a threshold would be false. A threshold says nothing of where.</source>
        <translation>Las puntuaciones son de muestras cuya tormenta no participó en el umbral; las bandas remuestrean tormentas enteras. Aciertos y falsas alarmas son proporciones de estas muestras: entre todos los días de un año los estables son muchos más, de modo que la mayoría de las alarmas de un aviso con tal umbral serían falsas. Un umbral no dice nada de dónde.</translation>
    </message>
    <message>
        <source>Scores hold for areas like the folds of this study area. Elsewhere they may be worse; factors outside the range of the training data are extrapolated.</source>
        <translation>Las puntuaciones valen para áreas como las particiones de esta área de estudio. En otro lugar pueden ser peores; los factores fuera del rango de los datos de entrenamiento se extrapolan.</translation>
    </message>
    <message>
        <source>Scores need both landslides and stable samples; only one class was found</source>
        <translation>Las puntuaciones necesitan deslizamientos y muestras estables; solo se encontró una clase</translation>
    </message>
    <message>
        <source>Scores on held-out folds</source>
        <translation>Puntuaciones en particiones reservadas</translation>
    </message>
    <message>
        <source>Second minus first, probability</source>
        <translation>Segundo menos primero, en probabilidad</translation>
    </message>
    <message>
        <source>Second minus first, steps of class</source>
        <translation>Segundo menos primero, en pasos de clase</translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation>Semilla {seed}</translation>
    </message>
    <message>
        <source>Seeds of the members</source>
        <translation>Semillas de los miembros</translation>
    </message>
    <message>
        <source>Selected minus {other}: {mean} less log loss (95 % interval {low} to {high}): {verdict}; {reach}</source>
        <translation>Seleccionados menos {other}: {mean} menos pérdida logarítmica (intervalo del 95 % de {low} a {high}): {verdict}; {reach}</translation>
    </message>
    <message>
        <source>Semivariance</source>
        <translation>Semivarianza</translation>
    </message>
    <message>
        <source>Semivariogram of labels and of out-of-fold residuals</source>
        <translation>Semivariograma de etiquetas y de residuos fuera de partición</translation>
    </message>
    <message>
        <source>Set ALIGN, or resample it to the DEM</source>
        <translation>Active ALIGN, o remuestréelo al MDE</translation>
    </message>
    <message>
        <source>Set HEIGHT_UNIT</source>
        <translation>Ponga HEIGHT_UNIT</translation>
    </message>
    <message>
        <source>Set HEIGHT_UNIT if they are in feet too</source>
        <translation>Ponga HEIGHT_UNIT si también están en pies</translation>
    </message>
    <message>
        <source>Set holds both or neither</source>
        <translation>El conjunto contiene ambos o ninguno</translation>
    </message>
    <message>
        <source>Set holds landslide only</source>
        <translation>El conjunto contiene solo deslizamiento</translation>
    </message>
    <message>
        <source>Set holds stable only</source>
        <translation>El conjunto contiene solo estable</translation>
    </message>
    <message>
        <source>Setting {KEEP} is {found}; give minutes, {allowed}, or clear it</source>
        <translation>El ajuste {KEEP} es {found}; indique minutos, {allowed}, o vacíelo</translation>
    </message>
    <message>
        <source>Setting {SETTING}</source>
        <translation>Ajuste {SETTING}</translation>
    </message>
    <message>
        <source>Settings (*.json *.JSON)</source>
        <translation>Ajustes (*.json *.JSON)</translation>
    </message>
    <message>
        <source>Settings, for {PARAMETER} of another run: {place}</source>
        <translation>Ajustes, para {PARAMETER} de otra ejecución: {place}</translation>
    </message>
    <message>
        <source>Settings: {in_words}; metres per height unit {metres_per_height}</source>
        <translation>Ajustes: {in_words}; metros por unidad de altura {metres_per_height}</translation>
    </message>
    <message>
        <source>Settings: {value}</source>
        <translation>Ajustes: {value}</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Shapley values of groups of inputs over {require_background} typical cells of the training; bands sum to the last, and the last plus the baseline is log(P / (1 - P)), P kept within {SURE} of 0 and 1{value}. They tell what the model does, not what causes landslides</source>
        <translation>Valores de Shapley de grupos de entradas sobre {require_background} celdas típicas del entrenamiento; las bandas suman la última, y la última más la base es log(P / (1 - P)), con P a más de {SURE} de 0 y 1{value}. Dicen qué hace el modelo, no qué causa deslizamientos</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Proporción (%)</translation>
    </message>
    <message>
        <source>Share of cells on the other side of the threshold than the factor of safety</source>
        <translation>Proporción de celdas al otro lado del umbral que el factor de seguridad</translation>
    </message>
    <message>
        <source>Share of cells with {unit}</source>
        <translation>Proporción de celdas con {unit}</translation>
    </message>
    <message>
        <source>Share of landslides</source>
        <translation>Proporción de deslizamientos</translation>
    </message>
    <message>
        <source>Share of landslides (fit)</source>
        <translation>Proporción de deslizamientos (ajuste)</translation>
    </message>
    <message>
        <source>Share of landslides (held out)</source>
        <translation>Proporción de deslizamientos (reservados)</translation>
    </message>
    <message>
        <source>Share of landslides against mean P in ten groups of equally many held-out samples, before and after calibration.</source>
        <translation>Proporción de deslizamientos frente a P media en diez grupos de igual número de muestras reservadas, antes y después de la calibración.</translation>
    </message>
    <message>
        <source>Share of landslides against mean probability in ten groups of equally many held-out samples, before and after calibration ({get}), which is fitted on the other folds. On the diagonal a probability is what it says, among the samples.</source>
        <translation>Proporción de deslizamientos frente a probabilidad media en diez grupos de igual número de muestras reservadas, antes y después de la calibración ({get}), que se ajusta en las otras particiones. En la diagonal una probabilidad es lo que dice, entre las muestras.</translation>
    </message>
    <message>
        <source>Share of landslides in group</source>
        <translation>Proporción de deslizamientos en el grupo</translation>
    </message>
    <message>
        <source>Share of members in the class of the mean</source>
        <translation>Proporción de miembros en la clase de la media</translation>
    </message>
    <message>
        <source>Share of members with the same layer</source>
        <translation>Proporción de miembros con la misma capa</translation>
    </message>
    <message>
        <source>Share of samples, most susceptible first</source>
        <translation>Proporción de muestras, primero las más susceptibles</translation>
    </message>
    <message>
        <source>Share of scenario pairs in which probability falls although no trigger falls</source>
        <translation>Proporción de pares de escenarios en que la probabilidad baja aunque no baja ningún desencadenante</translation>
    </message>
    <message>
        <source>Share of the area (%) by agreement</source>
        <translation>Proporción del área (%) según la concordancia</translation>
    </message>
    <message>
        <source>Share of the area and of the landslides by class.</source>
        <translation>Proporción del área y de los deslizamientos por clase.</translation>
    </message>
    <message>
        <source>Share of the area, most dangerous first</source>
        <translation>Proporción del área, primero lo más peligroso</translation>
    </message>
    <message>
        <source>Share of the cells with a factor of safety below 1 that is not among as many of the highest probability</source>
        <translation>Proporción de las celdas con factor de seguridad menor que 1 que no está entre otras tantas de mayor probabilidad</translation>
    </message>
    <message>
        <source>Share of the classified area in each class.</source>
        <translation>Proporción del área clasificada en cada clase.</translation>
    </message>
    <message>
        <source>Share of the effect{suffix}</source>
        <translation>Proporción del efecto{suffix}</translation>
    </message>
    <message>
        <source>Share of the landslides</source>
        <translation>Proporción de los deslizamientos</translation>
    </message>
    <message>
        <source>Share of the map</source>
        <translation>Proporción del mapa</translation>
    </message>
    <message>
        <source>Share of the members in the class of the mean</source>
        <translation>Proporción de los miembros en la clase de la media</translation>
    </message>
    <message>
        <source>Share of the members on the mean's side of the threshold {threshold}</source>
        <translation>Proporción de los miembros del lado de la media respecto al umbral {threshold}</translation>
    </message>
    <message>
        <source>Share of the members whose class is not that of the mean</source>
        <translation>Proporción de los miembros cuya clase no es la de la media</translation>
    </message>
    <message>
        <source>Share of the other scenarios whose class is not that of {strip}</source>
        <translation>Proporción de los otros escenarios cuya clase no es la de {strip}</translation>
    </message>
    <message>
        <source>Share of {value}, most susceptible first</source>
        <translation>Proporción de {value}, primero lo más susceptible</translation>
    </message>
    <message>
        <source>Shares drawn range from {min} to {max}; allowed: above 0, up to 1</source>
        <translation>Las proporciones sorteadas van de {min} a {max}; se admite: mayor que 0, hasta 1</translation>
    </message>
    <message>
        <source>Shift of the antecedent wetness</source>
        <translation>Corrimiento de la humedad antecedente</translation>
    </message>
    <message>
        <source>Shift of wetness m0</source>
        <translation>Corrimiento de la humedad m0</translation>
    </message>
    <message>
        <source>Shortest T at which P given the T-year rain reaches {threshold}</source>
        <translation>Menor T en que P, dada la lluvia de T años, alcanza {threshold}</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tamaños</translation>
    </message>
    <message>
        <source>Skill (hits minus false)</source>
        <translation>Habilidad (aciertos menos falsas alarmas)</translation>
    </message>
    <message>
        <source>Slope (error of the DEM)</source>
        <translation>Pendiente (error del MDE)</translation>
    </message>
    <message>
        <source>Slope alone</source>
        <translation>Solo la pendiente</translation>
    </message>
    <message>
        <source>Slope and relief</source>
        <translation>Pendiente y relieve</translation>
    </message>
    <message>
        <source>Slope before</source>
        <translation>Pendiente antes</translation>
    </message>
    <message>
        <source>Slope before and after</source>
        <translation>Pendiente antes y después</translation>
    </message>
    <message>
        <source>Slope method is {method}; allowed: {value}</source>
        <translation>El método de pendiente es {method}; se admite: {value}</translation>
    </message>
    <message>
        <source>Slope stability</source>
        <translation>Estabilidad de laderas</translation>
    </message>
    <message>
        <source>Slope stability by pore water pressure '{law}'; scenarios: {value}</source>
        <translation>Estabilidad de laderas con la presión de agua de poros '{law}'; escenarios: {value}</translation>
    </message>
    <message>
        <source>Slope-stability prior</source>
        <translation>Estimación previa de la estabilidad</translation>
    </message>
    <message>
        <source>Slopes unlike those sampled, deeper or other landslides than those mapped, and storms other than this one.</source>
        <translation>Laderas distintas de las muestreadas, deslizamientos más profundos u otros que los cartografiados, y tormentas distintas de esta.</translation>
    </message>
    <message>
        <source>Smallest of low over the rain as fitted and both ends of its band</source>
        <translation>Menor de las bajas sobre la lluvia ajustada y ambos extremos de su banda</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Soil calibrated on landslides</source>
        <translation>Suelo calibrado con deslizamientos</translation>
    </message>
    <message>
        <source>Soil depth model {model} is not known; allowed: {value}</source>
        <translation>No se conoce el modelo de espesor del suelo {model}; se admite: {value}</translation>
    </message>
    <message>
        <source>Soil depth: {low_m} to {high_m} m, mean {mean_m} m</source>
        <translation>Espesor del suelo: de {low_m} a {high_m} m, media {mean_m} m</translation>
    </message>
    <message>
        <source>Soil layers</source>
        <translation>Capas del suelo</translation>
    </message>
    <message>
        <source>Soil layers and properties: the model was trained without a soil profile ('Soil profile raster').</source>
        <translation>Capas y propiedades del suelo: el modelo se entrenó sin perfil de suelo ('Soil profile raster').</translation>
    </message>
    <message>
        <source>Soil over depth</source>
        <translation>Suelo en profundidad</translation>
    </message>
    <message>
        <source>Soil over depth at landslides and at stable places</source>
        <translation>Suelo en profundidad en deslizamientos y en lugares estables</translation>
    </message>
    <message>
        <source>Soil properties</source>
        <translation>Propiedades del suelo</translation>
    </message>
    <message>
        <source>Soil properties over depth at landslides and at stable places</source>
        <translation>Propiedades del suelo en profundidad en deslizamientos y en lugares estables</translation>
    </message>
    <message>
        <source>Soil properties over depth at the samples: line, median; band, middle half of the samples. Orange and dashed, landslides; blue, stable places. Depth in metres below ground.</source>
        <translation>Propiedades del suelo en profundidad en las muestras: línea, mediana; banda, mitad central de las muestras. Naranja y discontinua, deslizamientos; azul, lugares estables. Profundidad en metros bajo el terreno.</translation>
    </message>
    <message>
        <source>Soil raster</source>
        <translation>Ráster de suelo</translation>
    </message>
    <message>
        <source>Soil: {name}, {codes} units down to {layer_bottoms_m} m</source>
        <translation>Suelo: {name}, {codes} unidades hasta {layer_bottoms_m} m</translation>
    </message>
    <message>
        <source>SoilGrids layers do not meet: one ends at {upper} cm, the next starts at {tops}</source>
        <translation>Las capas de SoilGrids no se tocan: una acaba en {upper} cm y la siguiente empieza en {tops}</translation>
    </message>
    <message>
        <source>SoilGrids sand and clay reach 100 at most; they are in g/kg as downloaded, these are probably percent; give the rasters unscaled</source>
        <translation>La arena y la arcilla de SoilGrids llegan a 100 como mucho; descargadas están en g/kg, y estas probablemente están en porcentaje; indique los rásteres sin escalar</translation>
    </message>
    <message>
        <source>SoilGrids {name} is missing; give {value} of every layer</source>
        <translation>Falta {name} de SoilGrids; indique {value} de cada capa</translation>
    </message>
    <message>
        <source>SoilGrids {name} {top}-{bottom} cm is given twice; keep one raster of it</source>
        <translation>{name} {top}-{bottom} cm de SoilGrids se indica dos veces; conserve un ráster</translation>
    </message>
    <message>
        <source>SoilGrids {value} is missing for {tops}-{lower} cm</source>
        <translation>Falta {value} de SoilGrids para {tops}-{lower} cm</translation>
    </message>
    <message>
        <source>Some landslides are of unknown type; a model should speak of one type (Fell et al. 2008)</source>
        <translation>Algunos deslizamientos son de tipo desconocido; un modelo debe hablar de un tipo (Fell et al. 2008)</translation>
    </message>
    <message>
        <source>South</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Spatial cross-validation, {cv_folds} folds x {partitions}</source>
        <translation>Validación cruzada espacial, {cv_folds} particiones x {partitions}</translation>
    </message>
    <message>
        <source>Spatial folds and their scores</source>
        <translation>Particiones espaciales y sus puntuaciones</translation>
    </message>
    <message>
        <source>Spearman's rank correlation of each factor with the label (1 landslide, 0 stable) over the samples: positive, orange, landslides lie at larger values. Angles enter as sine (east positive) and cosine (north positive). Grey and hatched: Cramer's V of classes, which has no sign. Factors go together, so this is no measure of what the model uses. Lines: 95 % interval, of {blocks} blocks of ground drawn anew {DRAWS} times, since neighbouring samples are alike; a line that crosses 0 shows no correlation.</source>
        <translation>Correlación de rangos de Spearman de cada factor con la etiqueta (1 deslizamiento, 0 estable) en las muestras: positiva, naranja, los deslizamientos están en valores mayores. Los ángulos entran como seno (este positivo) y coseno (norte positivo). Gris y rayado: V de Cramer de clases, que no tiene signo. Los factores van juntos, así que esto no mide lo que el modelo usa. Líneas: intervalo del 95 %, de {blocks} bloques de terreno sorteados {DRAWS} veces, porque las muestras vecinas se parecen; una línea que cruza el 0 no muestra correlación.</translation>
    </message>
    <message>
        <source>Spearman's rank correlation with the label (Cramer's V for classes)</source>
        <translation>Correlación de rangos de Spearman con la etiqueta (V de Cramer en clases)</translation>
    </message>
    <message>
        <source>Spread of the members</source>
        <translation>Dispersión de los miembros</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Estable</translation>
    </message>
    <message>
        <source>Stable place</source>
        <translation>Lugar estable</translation>
    </message>
    <message>
        <source>Stable places</source>
        <translation>Lugares estables</translation>
    </message>
    <message>
        <source>Stable places are to be taken from the inventory, but no label field is named; name the field with 1 (landslide) and 0 (stable), or draw stable places at random</source>
        <translation>Los lugares estables deben tomarse del inventario, pero no se nombra campo de etiqueta; nombre el campo con 1 (deslizamiento) y 0 (estable) o sortee lugares estables al azar</translation>
    </message>
    <message>
        <source>Stable samples are to lie on {least_deg} degrees or steeper, but {found}; add the slope in degrees, as 'Derive terrain factors' makes it, or set the limit to 0</source>
        <translation>Las muestras estables deben estar en {least_deg} grados o más, pero {found}; añada la pendiente en grados, como la hace 'Derive terrain factors', o ponga el límite en 0</translation>
    </message>
    <message>
        <source>Stable samples per landslide ({ratio}) must be above 0 and the buffer ({buffer_m} m) at least 0</source>
        <translation>Las muestras estables por deslizamiento ({ratio}) deben ser más de 0 y la franja ({buffer_m} m) al menos 0</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Pila</translation>
    </message>
    <message>
        <source>Stacked mean</source>
        <translation>Media apilada</translation>
    </message>
    <message>
        <source>Stacked mean without the network</source>
        <translation>Media apilada sin la red</translation>
    </message>
    <message>
        <source>Standard deviation (orange: largest tenth)</source>
        <translation>Desviación típica (naranja: la décima parte mayor)</translation>
    </message>
    <message>
        <source>Standard deviation of</source>
        <translation>Desviación típica de</translation>
    </message>
    <message>
        <source>Standard deviation of P (orange: largest tenth)</source>
        <translation>Desviación típica de P (naranja: la décima parte mayor)</translation>
    </message>
    <message>
        <source>Standard deviation of P over the members of the ensemble; orange, the tenth of the cells where it is largest; errors of the inventory are not in it.</source>
        <translation>Desviación típica de P sobre los miembros del conjunto; naranja, la décima parte de las celdas donde es mayor; los errores del inventario no están en ella.</translation>
    </message>
    <message>
        <source>Standard deviation of the members' probabilities</source>
        <translation>Desviación típica de las probabilidades de los miembros</translation>
    </message>
    <message>
        <source>Standard deviation over draws</source>
        <translation>Desviación típica entre sorteos</translation>
    </message>
    <message>
        <source>Standard deviation{suffix}</source>
        <translation>Desviación típica{suffix}</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Error típico</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Steps of {step_h} h have no column names; give whole hours</source>
        <translation>Los pasos de {step_h} h no tienen nombres de columna; indique horas enteras</translation>
    </message>
    <message>
        <source>Storm shape {shape} is not known; allowed: {value}</source>
        <translation>No se conoce la forma de tormenta {shape}; se admite: {value}</translation>
    </message>
    <message>
        <source>Storm {storm}, pore water pressure: {value}; {sets} sets of values for each soil. Landslides make {value2} % of the ground that physics assesses, which sets the level of the probability of failure. Ranges are given this model and this inventory.</source>
        <translation>Tormenta {storm}, presión de agua de poros: {value}; {sets} conjuntos de valores por suelo. Los deslizamientos hacen el {value2} % del terreno que la física evalúa, lo que fija el nivel de la probabilidad de rotura. Los rangos valen para este modelo y este inventario.</translation>
    </message>
    <message>
        <source>Storms left out whole</source>
        <translation>Tormentas excluidas enteras</translation>
    </message>
    <message>
        <source>Storms left out whole ({storms}): log loss {log_loss}, AUROC {auroc}; the best single family, {NAMES}, {single}; expected over observed {value}</source>
        <translation>Tormentas excluidas enteras ({storms}): pérdida logarítmica {log_loss}, AUROC {auroc}; la mejor familia sola, {NAMES}, {single}; esperados entre observados {value}</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Cauce</translation>
    </message>
    <message>
        <source>Strength itself: what fits is given this model (infinite slope, this water, this storm, these spreads) and this inventory. Another law gives other values.</source>
        <translation>La resistencia misma: lo que conviene vale para este modelo (ladera infinita, esta agua, esta tormenta, estas dispersiones) y este inventario. Otra ley da otros valores.</translation>
    </message>
    <message>
        <source>Stress</source>
        <translation>Perturbación</translation>
    </message>
    <message>
        <source>Stress of the inventory</source>
        <translation>Perturbación del inventario</translation>
    </message>
    <message>
        <source>Stress of the inventory {escape}</source>
        <translation>Perturbación del inventario {escape}</translation>
    </message>
    <message>
        <source>Study mask {name}: {sum} cells</source>
        <translation>Máscara de estudio {name}: {sum} celdas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Success rate: share of the training landslides against the share of the samples, most susceptible first (Chung and Fabbri 2003), of the methods whose fit is stored. Measured on a model's own training data and flatters it.</source>
        <translation>Tasa de éxito: proporción de los deslizamientos de entrenamiento frente a la proporción de las muestras, primero las más susceptibles (Chung y Fabbri 2003), de los métodos cuyo ajuste está guardado. Se mide en los propios datos de entrenamiento de un modelo y lo halaga.</translation>
    </message>
    <message>
        <source>Success-rate curves of every method</source>
        <translation>Curvas de tasa de éxito de cada método</translation>
    </message>
    <message>
        <source>Suction needs {name}, which neither the soil table nor the parameters tell; give it, or leave suction out</source>
        <translation>La succión necesita {name}, que no dan ni la tabla de suelos ni los parámetros; indíquelo u omita la succión</translation>
    </message>
    <message>
        <source>Summary of all methods</source>
        <translation>Resumen de todos los métodos</translation>
    </message>
    <message>
        <source>Summed over folds and repeats. Recall: share of the class called so. Support: samples of it. {said}</source>
        <translation>Sumada sobre particiones y repeticiones. Exhaustividad: proporción de la clase así señalada. Soporte: sus muestras. {said}</translation>
    </message>
    <message>
        <source>Sums of rain need rows and steps, got an array of {shape}</source>
        <translation>Las sumas de lluvia necesitan filas y pasos; hay una matriz de {shape}</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soporte</translation>
    </message>
    <message>
        <source>Support vector machine</source>
        <translation>Máquina de vectores de soporte</translation>
    </message>
    <message>
        <source>Support vector machine with logit Pf</source>
        <translation>Máquina de vectores de soporte con logit Pf</translation>
    </message>
    <message>
        <source>Susceptibility class</source>
        <translation>Clase de susceptibilidad</translation>
    </message>
    <message>
        <source>Susceptibility classes{given}{relative}. {legend}. Coordinates: {crs_name}.{inventory_words}</source>
        <translation>Clases de susceptibilidad{given}{relative}. {legend}. Coordenadas: {crs_name}.{inventory_words}</translation>
    </message>
    <message>
        <source>Susceptibility class{suffix}</source>
        <translation>Clase de susceptibilidad{suffix}</translation>
    </message>
    <message>
        <source>Susceptibility given the T-year rain against the return period T for one sample of each class, the one with the median probability of its class; band, lowest to highest member; dashed, the threshold of the map. T belongs to the rain alone: this is no annual probability of landsliding.</source>
        <translation>Susceptibilidad dada la lluvia de T años frente al período de retorno T para una muestra de cada clase, la de probabilidad mediana de su clase; banda, del miembro más bajo al más alto; discontinua, el umbral del mapa. T pertenece solo a la lluvia: esto no es una probabilidad anual de deslizamiento.</translation>
    </message>
    <message>
        <source>Susceptibility given the {reference} trigger</source>
        <translation>Susceptibilidad dado el desencadenante {reference}</translation>
    </message>
    <message>
        <source>Susceptibility tells places apart; it is no rate of landsliding. It speaks of the kind of landslide and the conditions of the inventory; errors of the inventory and of the factors are not in the spread of the members</source>
        <translation>La susceptibilidad distingue lugares; no es una tasa de deslizamientos. Habla del tipo de deslizamiento y de las condiciones del inventario; los errores del inventario y de los factores no están en la dispersión de los miembros</translation>
    </message>
    <message>
        <source>TABLE and PLOT show depths at landslides; give INVENTORY, or leave them out</source>
        <translation>TABLE y PLOT muestran profundidades en los deslizamientos; indique INVENTORY u omítalos</translation>
    </message>
    <message>
        <source>THRESHOLD is a probability; give the raster that it is of (PROBABILITY)</source>
        <translation>THRESHOLD es una probabilidad; indique el ráster al que se refiere (PROBABILITY)</translation>
    </message>
    <message>
        <source>THRESHOLD is {threshold}; allowed: a probability between 0 and 1</source>
        <translation>THRESHOLD es {threshold}; se admite: una probabilidad entre 0 y 1</translation>
    </message>
    <message>
        <source>TRIGGERS are chosen, but no field names them; set TRIGGER_FIELD</source>
        <translation>Se eligen TRIGGERS, pero ningún campo los nombra; defina TRIGGER_FIELD</translation>
    </message>
    <message>
        <source>Table of events</source>
        <translation>Tabla de eventos</translation>
    </message>
    <message>
        <source>Table of events {path} cannot be read: {error}</source>
        <translation>La tabla de eventos {path} no se puede leer: {error}</translation>
    </message>
    <message>
        <source>Table of events {path}: allowed is {{"events": [{{"event": "..."}}]}}</source>
        <translation>Tabla de eventos {path}: se admite {{"events": [{{"event": "..."}}]}}</translation>
    </message>
    <message>
        <source>Table of scores</source>
        <translation>Tabla de puntuaciones</translation>
    </message>
    <message>
        <source>Table of trigger scenarios, or of annual maxima with a row a year, as 'Build trigger scenarios' takes it. Needs the soil table.</source>
        <translation>Tabla de escenarios desencadenantes, o de máximos anuales con una fila por año, como la toma 'Build trigger scenarios'. Necesita la tabla de suelos.</translation>
    </message>
    <message>
        <source>Table of weights</source>
        <translation>Tabla de pesos</translation>
    </message>
    <message>
        <source>Table with return_period_yr and trigger columns; without it there is one map, Susceptibility. A cell may name a raster instead of a number, such as the rain of a storm: each sample then learns from its own.</source>
        <translation>Tabla con return_period_yr y columnas de desencadenantes; sin ella hay un solo mapa, Susceptibilidad. Una celda puede nombrar un ráster en vez de un número, como la lluvia de una tormenta: cada muestra aprende entonces del suyo.</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx *.ods *.CSV *.TXT *.XLSX *.ODS);;{ALL_FILES}</source>
        <translation>Tablas (*.csv *.txt *.xlsx *.ods *.CSV *.TXT *.XLSX *.ODS);;{ALL_FILES}</translation>
    </message>
    <message>
        <source>Take a DEM with fractions if there is one</source>
        <translation>Tome un MDE con fracciones si lo hay</translation>
    </message>
    <message>
        <source>Take a larger DEM</source>
        <translation>Tome un MDE mayor</translation>
    </message>
    <message>
        <source>Take a wider layer</source>
        <translation>Tome una capa más amplia</translation>
    </message>
    <message>
        <source>Take the original coordinates, or cells of {step_m} m</source>
        <translation>Tome las coordenadas originales, o celdas de {step_m} m</translation>
    </message>
    <message>
        <source>Taken: {value} minutes, expected {value2}</source>
        <translation>Tiempo: {value} minutos, se esperaban {value2}</translation>
    </message>
    <message>
        <source>Target probabilities reach from {min} to {max}; allowed: 0 to 1</source>
        <translation>Las probabilidades objetivo van de {min} a {max}; se admite: de 0 a 1</translation>
    </message>
    <message>
        <source>Temporary, lost when QGIS closes: {value}; give a file or folder to keep what you need</source>
        <translation>Temporal, se pierde al cerrar QGIS: {value}; indique un archivo o carpeta para conservar lo que necesite</translation>
    </message>
    <message>
        <source>Tenth with the largest spread</source>
        <translation>Décima parte con la mayor dispersión</translation>
    </message>
    <message>
        <source>Terrain factor {value} is not known; allowed: {value2}</source>
        <translation>No se conoce el factor del terreno {value}; se admite: {value2}</translation>
    </message>
    <message>
        <source>Terrain factors: {value}</source>
        <translation>Factores del terreno: {value}</translation>
    </message>
    <message>
        <source>Terrain unit</source>
        <translation>Unidad del terreno</translation>
    </message>
    <message>
        <source>Test share {test_share} and level {level} must lie between 0 and 1</source>
        <translation>La proporción de prueba {test_share} y el nivel {level} deben estar entre 0 y 1</translation>
    </message>
    <message>
        <source>Test share {test_share} must lie between 0 and 1, and the difference {size} above 0</source>
        <translation>La proporción de prueba {test_share} debe estar entre 0 y 1, y la diferencia {size} por encima de 0</translation>
    </message>
    <message>
        <source>That is more than is allowed: the flow is kept in files, which is slower</source>
        <translation>Eso es más de lo admitido: el flujo se guarda en archivos, lo que es más lento</translation>
    </message>
    <message>
        <source>The CRS of DEM {name} measures in feet, and nothing says what its heights are in: they are taken as metres; if they are in feet too, slopes come out too steep: set HEIGHT_UNIT to feet</source>
        <translation>El SRC del MDE {name} mide en pies y nada dice en qué unidad están sus alturas: se toman como metros; si también están en pies, las pendientes salen demasiado fuertes: ponga HEIGHT_UNIT en pies</translation>
    </message>
    <message>
        <source>The DEM has no CRS; assign the right one (Assign projection), then run again</source>
        <translation>El MDE no tiene SRC; asigne el correcto (Asignar proyección) y ejecute de nuevo</translation>
    </message>
    <message>
        <source>The DEM has no cell with a height; check its no-data value and the chosen band</source>
        <translation>El MDE no tiene ninguna celda con altura; compruebe su valor sin datos y la banda elegida</translation>
    </message>
    <message>
        <source>The DEM has {value} cells (rows x columns); a slope needs at least 2 rows and 2 columns</source>
        <translation>El MDE tiene {value} celdas (filas x columnas); una pendiente necesita al menos 2 filas y 2 columnas</translation>
    </message>
    <message>
        <source>The DEM is in metres already ({crs_name}); its grid is kept</source>
        <translation>El MDE ya está en metros ({crs_name}); se conserva su malla</translation>
    </message>
    <message>
        <source>The DEM is in {crs_name}; the study is made in metres, in the UTM zone of its centre</source>
        <translation>El MDE está en {crs_name}; el estudio se hace en metros, en la zona UTM de su centro</translation>
    </message>
    <message>
        <source>The DEM needs about {need} MiB of memory, {memory_mib} are allowed; raise MEMORY, or run "Set up modelling environment": with it a ninth is enough</source>
        <translation>El MDE necesita unos {need} MiB de memoria y se admiten {memory_mib}; suba MEMORY, o ejecute "Set up modelling environment": con él basta la novena parte</translation>
    </message>
    <message>
        <source>The DEM needs about {need} MiB of memory, {memory_mib} are allowed; raise MEMORY, or take a coarser DEM or a part of it that holds whole catchments</source>
        <translation>El MDE necesita unos {need} MiB de memoria y se admiten {memory_mib}; suba MEMORY, o tome un MDE menos detallado o una parte que contenga cuencas enteras</translation>
    </message>
    <message>
        <source>The DEM reaches from latitude {min} to {max}; check its CRS and extent</source>
        <translation>El MDE va de la latitud {min} a {max}; compruebe su SRC y su extensión</translation>
    </message>
    <message>
        <source>The DEM was resampled to {rows} x {cols} cells of {cell_width} m in {crs_name}; all layers are aligned to that grid</source>
        <translation>El MDE se remuestreó a {rows} x {cols} celdas de {cell_width} m en {crs_name}; todas las capas se alinean con esa malla</translation>
    </message>
    <message>
        <source>The NumPy and Keras results of member {seed} differ by {difference} in probability (allowed: {LARGEST_DIFFERENCE}); check the versions of the modelling environment</source>
        <translation>Los resultados de NumPy y Keras del miembro {seed} difieren en {difference} de probabilidad (se admite: {LARGEST_DIFFERENCE}); compruebe las versiones del entorno de modelado</translation>
    </message>
    <message>
        <source>The Settings file goes before preset {called}</source>
        <translation>El archivo de ajustes prevalece sobre el preajuste {called}</translation>
    </message>
    <message>
        <source>The T-year rain is known from a record of some years: its band is that of the fit (bootstrap), all return periods at the same end. It is no part of the spread of the members, and holds no error of the gauge's place</source>
        <translation>La lluvia de T años se conoce por un registro de algunos años: su banda es la del ajuste (bootstrap), todos los períodos de retorno en el mismo extremo. No es parte de la dispersión de los miembros, y no contiene error del lugar de la estación</translation>
    </message>
    <message>
        <source>The area is {_area_factor}</source>
        <translation>El área es {_area_factor}</translation>
    </message>
    <message>
        <source>The area of a unit is a factor, and {name} holds no polygons; give polygons, or leave the area out</source>
        <translation>El área de una unidad es un factor, y {name} no contiene polígonos; indique polígonos u omita el área</translation>
    </message>
    <message>
        <source>The area of applicability needs different samples in at least two folds</source>
        <translation>El área de aplicabilidad necesita muestras distintas en al menos dos particiones</translation>
    </message>
    <message>
        <source>The arrays of the perceptron differ from scikit-learn by {difference} in probability (allowed: {LARGEST_DIFFERENCE}); check the version of scikit-learn</source>
        <translation>Las matrices del perceptrón difieren de scikit-learn en {difference} de probabilidad (se admite: {LARGEST_DIFFERENCE}); compruebe la versión de scikit-learn</translation>
    </message>
    <message>
        <source>The arrays of the support vector machine differ from scikit-learn by {difference} in probability (allowed: {LARGEST_DIFFERENCE}); check the version of scikit-learn</source>
        <translation>Las matrices de la máquina de vectores de soporte difieren de scikit-learn en {difference} de probabilidad (se admite: {LARGEST_DIFFERENCE}); compruebe la versión de scikit-learn</translation>
    </message>
    <message>
        <source>The arrays of the {kind} differ from scikit-learn by {difference} in probability (allowed: {LARGEST_DIFFERENCE}); check the version of scikit-learn</source>
        <translation>Las matrices de {kind} difieren de scikit-learn en {difference} de probabilidad (se admite: {LARGEST_DIFFERENCE}); compruebe la versión de scikit-learn</translation>
    </message>
    <message>
        <source>The authentication {stored} of QGIS's proxy cannot be read; pip goes without</source>
        <translation>La autenticación {stored} del proxy de QGIS no se puede leer; pip va sin ella</translation>
    </message>
    <message>
        <source>The bundle {name} cannot be written: {value}</source>
        <translation>No se puede escribir el paquete {name}: {value}</translation>
    </message>
    <message>
        <source>The bundle's linear part has {factors} coefficients for {columns} inputs; train the model again</source>
        <translation>La parte lineal del paquete tiene {factors} coeficientes para {columns} entradas; entrene el modelo de nuevo</translation>
    </message>
    <message>
        <source>The calibration</source>
        <translation>La calibración</translation>
    </message>
    <message>
        <source>The cells are {here} m wide, those of the training {trained} m</source>
        <translation>Las celdas tienen {here} m de ancho, las del entrenamiento {trained} m</translation>
    </message>
    <message>
        <source>The class raster has no classified cell</source>
        <translation>El ráster de clases no tiene ninguna celda clasificada</translation>
    </message>
    <message>
        <source>The class raster holds {value}; allowed: 1 to 5, and 0 for no data</source>
        <translation>El ráster de clases contiene {value}; se admite: 1 a 5, y 0 para sin datos</translation>
    </message>
    <message>
        <source>The classes</source>
        <translation>Las clases</translation>
    </message>
    <message>
        <source>The compiled kernels cannot be used: {error} Going on with {name}</source>
        <translation>Los núcleos compilados no se pueden usar: {error} Se sigue con {name}</translation>
    </message>
    <message>
        <source>The curve over the return period comes from {count} events, {quiet} of them without landslides</source>
        <translation>La curva según el período de retorno viene de {count} eventos, {quiet} de ellos sin deslizamientos</translation>
    </message>
    <message>
        <source>The date of {value} is not given, so that {names} may be later than the landslides</source>
        <translation>La fecha de {value} no se da, así que {names} pueden ser posteriores a los deslizamientos</translation>
    </message>
    <message>
        <source>The density does not fall towards small areas: the smallest landslides are as well mapped as they can be, or none below them was mapped at all.</source>
        <translation>La densidad no baja hacia áreas pequeñas: los deslizamientos menores están tan bien cartografiados como pueden estarlo, o no se cartografió ninguno por debajo.</translation>
    </message>
    <message>
        <source>The density is largest at {rollover_m2} m²; below, landslides are rarer or were not mapped.</source>
        <translation>La densidad es máxima en {rollover_m2} m²; por debajo, los deslizamientos son más raros o no se cartografiaron.</translation>
    </message>
    <message>
        <source>The density of landslides does not rise with the class: {fall}</source>
        <translation>La densidad de deslizamientos no crece con la clase: {fall}</translation>
    </message>
    <message>
        <source>The depths are {NOT_VALIDATED}</source>
        <translation>Las profundidades están {NOT_VALIDATED}</translation>
    </message>
    <message>
        <source>The depths of the durations fall; a Chicago storm needs depths that grow with the duration</source>
        <translation>Las láminas de las duraciones decrecen; una tormenta de Chicago necesita láminas que crezcan con la duración</translation>
    </message>
    <message>
        <source>The depths of the durations fall; alternating blocks need depths that grow with the duration</source>
        <translation>Las láminas de las duraciones decrecen; los bloques alternos necesitan láminas que crezcan con la duración</translation>
    </message>
    <message>
        <source>The duration of the storm is 0 h; it must be above 0</source>
        <translation>La duración de la tormenta es 0 h; debe ser mayor que 0</translation>
    </message>
    <message>
        <source>The edge of the DEM cuts the catchments of {share} % of the cells; their upslope areas are too small</source>
        <translation>El borde del MDE corta las cuencas del {share} % de las celdas; sus áreas de drenaje son demasiado pequeñas</translation>
    </message>
    <message>
        <source>The event name field and the table of events belong together; give both or none</source>
        <translation>El campo de nombre de evento y la tabla de eventos van juntos; indique ambos o ninguno</translation>
    </message>
    <message>
        <source>The example storms are used, which are not those of your area; give your scenarios</source>
        <translation>Se usan las tormentas de ejemplo, que no son las de su área; indique sus escenarios</translation>
    </message>
    <message>
        <source>The extent {west}, {south} to {east}, {north} holds no cell of the rasters, which cover {bounds}, {bounds2} to {bounds3}, {bounds4}</source>
        <translation>La extensión {west}, {south} a {east}, {north} no contiene ninguna celda de los rásteres, que cubren {bounds}, {bounds2} a {bounds3}, {bounds4}</translation>
    </message>
    <message>
        <source>The extent {west}, {south} to {east}, {north} is none; write xmin,xmax,ymin,ymax in finite numbers</source>
        <translation>La extensión {west}, {south} a {east}, {north} no es tal; escriba xmin,xmax,ymin,ymax en números finitos</translation>
    </message>
    <message>
        <source>The factor of safety does not change {told}</source>
        <translation>El factor de seguridad no cambia {told}</translation>
    </message>
    <message>
        <source>The factor of safety raster has no band {scenario}; it has {value}. Give one with that band, or with one band alone</source>
        <translation>El ráster del factor de seguridad no tiene la banda {scenario}; tiene {value}. Indique uno con esa banda, o con una sola banda</translation>
    </message>
    <message>
        <source>The factors have</source>
        <translation>Los factores tienen</translation>
    </message>
    <message>
        <source>The field of classes of {layer} is empty; choose another field</source>
        <translation>El campo de clases de {layer} está vacío; elija otro campo</translation>
    </message>
    <message>
        <source>The files are part of this page and need no network. PNG: 300 dpi.</source>
        <translation>Los archivos son parte de esta página y no necesitan red. PNG: 300 ppp.</translation>
    </message>
    <message>
        <source>The first map is</source>
        <translation>El primer mapa es</translation>
    </message>
    <message>
        <source>The fit of annual maxima</source>
        <translation>El ajuste de los máximos anuales</translation>
    </message>
    <message>
        <source>The fit of thresholds</source>
        <translation>El ajuste de los umbrales</translation>
    </message>
    <message>
        <source>The forecast</source>
        <translation>El pronóstico</translation>
    </message>
    <message>
        <source>The forecast ends before the measured rain does; leave it out, or give one of later steps</source>
        <translation>El pronóstico termina antes que la lluvia medida; omítalo, o indique uno de pasos posteriores</translation>
    </message>
    <message>
        <source>The forecast has steps of {step_h} h and the measured rain of {step_h2} h; give both in steps of one length</source>
        <translation>El pronóstico tiene pasos de {step_h} h y la lluvia medida de {step_h2} h; indique ambos en pasos iguales</translation>
    </message>
    <message>
        <source>The gauges have steps of {step_h} h, from which steps of {step_h2} h cannot be made; give a whole number of them</source>
        <translation>Los pluviómetros tienen pasos de {step_h} h, con los que no se pueden formar pasos de {step_h2} h; indique un número entero de ellos</translation>
    </message>
    <message>
        <source>The generic soil table is used; its values are not site data</source>
        <translation>Se usa la tabla genérica de suelos; sus valores no son datos del sitio</translation>
    </message>
    <message>
        <source>The height of the deepest soil ({lowest_m}) is not below that of the shallowest ({highest_m} m)</source>
        <translation>La altura del suelo más profundo ({lowest_m}) no es menor que la del más somero ({highest_m} m)</translation>
    </message>
    <message>
        <source>The inventory cannot teach how susceptibility answers to the trigger within one event. {value}</source>
        <translation>El inventario no puede enseñar cómo responde la susceptibilidad al desencadenante dentro de un evento. {value}</translation>
    </message>
    <message>
        <source>The inventory holds only {found} ({labels} samples); training needs landslides and stable samples, so give absences or an absence policy</source>
        <translation>El inventario contiene solo {found} ({labels} muestras); el entrenamiento necesita deslizamientos y muestras estables, así que indique ausencias o una política de ausencias</translation>
    </message>
    <message>
        <source>The inventory holds points, each counted as one cell: P is landslides per cell; give PREVALENCE for a share of area</source>
        <translation>El inventario contiene puntos, contados como una celda cada uno: P es deslizamientos por celda; indique PREVALENCE para una proporción del área</translation>
    </message>
    <message>
        <source>The inventory holds {landslides} landslides and {stable} stable samples on valid cells; at least {FEWEST_LANDSLIDES} of each are needed</source>
        <translation>El inventario contiene {landslides} deslizamientos y {stable} muestras estables en celdas válidas; hacen falta al menos {FEWEST_LANDSLIDES} de cada uno</translation>
    </message>
    <message>
        <source>The inventory is undated and there is no slope-stability prior: nothing tells the scenarios apart</source>
        <translation>El inventario no tiene fechas y no hay estimación previa de la estabilidad: nada distingue los escenarios</translation>
    </message>
    <message>
        <source>The inventory is undated: what a trigger does is learnt from where it was large in the reference scenario, whether or not that storm set off the landslides</source>
        <translation>El inventario no tiene fechas: lo que hace un desencadenante se aprende de dónde fue grande en el escenario de referencia, desencadenara o no esa tormenta los deslizamientos</translation>
    </message>
    <message>
        <source>The inventory is undated: what sets the scenarios apart is imposed by the slope-stability prior, not learnt from landslides</source>
        <translation>El inventario no tiene fechas: lo que separa los escenarios lo impone la estimación previa de la estabilidad, no se aprende de deslizamientos</translation>
    </message>
    <message>
        <source>The inventory mixes {triggers} triggers ({value}); what rain, earthquakes and roads set off lies in different places, so take one a map (TRIGGERS)</source>
        <translation>El inventario mezcla {triggers} desencadenantes ({value}); lo que desencadenan lluvia, sismos y carreteras está en lugares distintos, así que tome uno por mapa (TRIGGERS)</translation>
    </message>
    <message>
        <source>The inventory mixes {types} landslide types ({value}); one type a model is advised (Fell et al. 2008)</source>
        <translation>El inventario mezcla {types} tipos de deslizamiento ({value}); se aconseja un tipo por modelo (Fell et al. 2008)</translation>
    </message>
    <message>
        <source>The inventory names events, but no scenario table says what rain belongs to a return period; give it, or leave the event field out (the inventory is then undated)</source>
        <translation>El inventario nombra eventos, pero ninguna tabla de escenarios dice qué lluvia corresponde a un período de retorno; indíquela u omita el campo de evento (entonces el inventario no tiene fechas)</translation>
    </message>
    <message>
        <source>The inventory names events, but nothing says what was mapped after them; give the mapped area, or leave the event field out (the inventory is then undated)</source>
        <translation>El inventario nombra eventos, pero nada dice qué se cartografió después de ellos; indique el área cartografiada u omita el campo de evento (entonces el inventario no tiene fechas)</translation>
    </message>
    <message>
        <source>The job file speaks protocol {found}, the modelling process {PROTOCOL}; restart QGIS so that both come from the same version of the plugin</source>
        <translation>El archivo de trabajo habla el protocolo {found} y el proceso de modelado {PROTOCOL}; reinicie QGIS para que ambos vengan de la misma versión del complemento</translation>
    </message>
    <message>
        <source>The job holds triggers of cells but no scenario table</source>
        <translation>El trabajo contiene desencadenantes de celdas pero ninguna tabla de escenarios</translation>
    </message>
    <message>
        <source>The job names a soil profile but holds no {name}profile values</source>
        <translation>El trabajo nombra un perfil de suelo pero no contiene valores de {name}profile</translation>
    </message>
    <message>
        <source>The landslide share of the area is not applied: target probabilities are given</source>
        <translation>La proporción de deslizamientos del área no se aplica: se dan probabilidades objetivo</translation>
    </message>
    <message>
        <source>The landslide shares of the classes Low to Very high make {upper}; they must leave a rest for Very low, so their sum must be under 1</source>
        <translation>Las proporciones de deslizamientos de las clases Baja a Muy alta suman {upper}; deben dejar un resto para Muy baja, así que su suma debe ser menor que 1</translation>
    </message>
    <message>
        <source>The landslide type is not stated; the slope-stability prior speaks of shallow translational slides and debris-flow initiation alone</source>
        <translation>El tipo de deslizamiento no se declara; la estimación previa de la estabilidad habla solo de deslizamientos traslacionales someros y del inicio de flujos de detritos</translation>
    </message>
    <message>
        <source>The landslides counted here are those of the inventory given with this report.</source>
        <translation>Los deslizamientos contados aquí son los del inventario dado con este informe.</translation>
    </message>
    <message>
        <source>The landslides counted here may include those the model was trained on.</source>
        <translation>Los deslizamientos contados aquí pueden incluir aquellos con que se entrenó el modelo.</translation>
    </message>
    <message>
        <source>The layer down to {lower} m starts at {tops} m, not at {upper} m; layers must meet</source>
        <translation>La capa hasta {lower} m empieza en {tops} m y no en {upper} m; las capas deben tocarse</translation>
    </message>
    <message>
        <source>The layer is in degrees ({crs_name}), and lengths in metres are needed; derive the factors with GRID set to UTM, or reproject it to a metric grid (Warp), then run again</source>
        <translation>La capa está en grados ({crs_name}) y hacen falta longitudes en metros; derive los factores con GRID en UTM, o reproyéctela a una malla métrica (Combar), y ejecute de nuevo</translation>
    </message>
    <message>
        <source>The layer that the model looks at most; a diagnostic of the model, no failure plane. Not validated against observed depths</source>
        <translation>La capa que más mira el modelo; un diagnóstico del modelo, no un plano de rotura. No validado con profundidades observadas</translation>
    </message>
    <message>
        <source>The layers can be used; look at {value} first.</source>
        <translation>Las capas se pueden usar; mire antes {value}.</translation>
    </message>
    <message>
        <source>The layout '{name}' is in the project: Project &gt; Layouts</source>
        <translation>La composición '{name}' está en el proyecto: Proyecto &gt; Composiciones</translation>
    </message>
    <message>
        <source>The legacy form gives no {value}; leave these outputs out</source>
        <translation>La forma antigua no da {value}; omita esas salidas</translation>
    </message>
    <message>
        <source>The length of the slide is given without its width; give SLIDE_WIDTH too</source>
        <translation>Se indica la longitud del deslizamiento sin su anchura; indique también SLIDE_WIDTH</translation>
    </message>
    <message>
        <source>The level comes from 1 event; the rest of the curve over the return period is order and physics</source>
        <translation>El nivel viene de 1 evento; el resto de la curva según el período de retorno es orden y física</translation>
    </message>
    <message>
        <source>The limits of the classes of {name} were set by these landslides, which therefore cannot judge the classes: the figures tell how well they were fitted</source>
        <translation>Los límites de las clases de {name} los fijaron estos deslizamientos, que por eso no pueden evaluar las clases: las cifras dicen cuán bien se ajustaron</translation>
    </message>
    <message>
        <source>The map has no cell without a landslide; there is nothing to compare landslides with</source>
        <translation>El mapa no tiene ninguna celda sin deslizamiento; no hay con qué comparar los deslizamientos</translation>
    </message>
    <message>
        <source>The map has other values at landslides than among its cells</source>
        <translation>El mapa tiene en los deslizamientos otros valores que entre sus celdas</translation>
    </message>
    <message>
        <source>The map has {held} distinct values, too few for {classes} natural breaks; choose another way</source>
        <translation>El mapa tiene {held} valores distintos, demasiado pocos para {classes} cortes naturales; elija otra forma</translation>
    </message>
    <message>
        <source>The map is</source>
        <translation>El mapa está</translation>
    </message>
    <message>
        <source>The map is of another area than the training, whose scores do not hold here; judge it by an inventory of this area</source>
        <translation>El mapa es de otra área que el entrenamiento, cuyas puntuaciones no valen aquí; evalúelo con un inventario de esta área</translation>
    </message>
    <message>
        <source>The map lies</source>
        <translation>El mapa está</translation>
    </message>
    <message>
        <source>The map lies in the area of the training</source>
        <translation>El mapa está en el área del entrenamiento</translation>
    </message>
    <message>
        <source>The map says where landslides of the inventory's kind are more likely than elsewhere, in cells of {round} m. It should not be read at scales larger than {scale_words} and not for single plots or buildings.</source>
        <translation>El mapa dice dónde los deslizamientos del tipo del inventario son más probables que en otro lugar, en celdas de {round} m. No debe leerse a escalas mayores que {scale_words} ni para parcelas o edificios sueltos.</translation>
    </message>
    <message>
        <source>The map sheet was not drawn: {error}</source>
        <translation>No se dibujó la hoja de mapa: {error}</translation>
    </message>
    <message>
        <source>The map was made with model {made_with}, the bundle {bundle} is model {identifier}; give the bundle that the map was made with, or map again</source>
        <translation>El mapa se hizo con el modelo {made_with} y el paquete {bundle} es el modelo {identifier}; indique el paquete con el que se hizo el mapa, o cartografíe de nuevo</translation>
    </message>
    <message>
        <source>The map was made without landslides; its index is no probability. Held against the inventory {escape}: {escape2} If scores and weights are changed until they fit these landslides, the landslides no longer judge the map.</source>
        <translation>El mapa se hizo sin deslizamientos; su índice no es una probabilidad. Frente al inventario {escape}: {escape2} Si puntuaciones y pesos se cambian hasta que convengan a estos deslizamientos, los deslizamientos ya no evalúan el mapa.</translation>
    </message>
    <message>
        <source>The mapped area names events, but the inventory does not; give its event field, or leave the mapped event field out</source>
        <translation>El área cartografiada nombra eventos pero el inventario no; indique su campo de evento u omita el campo de evento cartografiado</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>El modelo</translation>
    </message>
    <message>
        <source>The model does not say where it was trained (it is of an older version), so nobody can tell whether its scores hold here</source>
        <translation>El modelo no dice dónde se entrenó (es de una versión anterior), así que nadie puede saber si sus puntuaciones valen aquí</translation>
    </message>
    <message>
        <source>The model gives a relative intensity, which expects no number of landslides; density by class is above.</source>
        <translation>El modelo da una intensidad relativa, que no espera ningún número de deslizamientos; la densidad por clase está arriba.</translation>
    </message>
    <message>
        <source>The model gives a relative intensity, which is no probability and has no curve over T</source>
        <translation>El modelo da una intensidad relativa, que no es una probabilidad y no tiene curva según T</translation>
    </message>
    <message>
        <source>The model gives: {product}</source>
        <translation>El modelo da: {product}</translation>
    </message>
    <message>
        <source>The model has no class limits; set CLASSES to no</source>
        <translation>El modelo no tiene límites de clase; ponga CLASSES en no</translation>
    </message>
    <message>
        <source>The model has no conformal sets: it was trained with too few held-out samples for the coverage, or by an older version; train again</source>
        <translation>El modelo no tiene conjuntos conformes: se entrenó con muy pocas muestras reservadas para la cobertura, o en una versión anterior; entrene de nuevo</translation>
    </message>
    <message>
        <source>The model has the probability of failure as an input, and none was given: every cell has the median of the training samples ({typical}), so slope physics tells no places apart here</source>
        <translation>El modelo tiene la probabilidad de rotura como entrada, y no se dio ninguna: cada celda tiene la mediana de las muestras de entrenamiento ({typical}), así que la física de la ladera no distingue lugares aquí</translation>
    </message>
    <message>
        <source>The model is logistic regression itself, the comparator of the others</source>
        <translation>El modelo es la propia regresión logística, con la que se comparan los demás</translation>
    </message>
    <message>
        <source>The model is statistical alone; no factor of safety entered it.</source>
        <translation>El modelo es solo estadístico; no entró en él ningún factor de seguridad.</translation>
    </message>
    <message>
        <source>The model keeps no events that it was not trained on, so nothing is known of the hits and false alarms of the threshold</source>
        <translation>El modelo no guarda eventos con los que no se entrenara, así que nada se sabe de los aciertos y las falsas alarmas del umbral</translation>
    </message>
    <message>
        <source>The model knows nothing about them. Where they control landslides, the map cannot show it.</source>
        <translation>El modelo no sabe nada de ellos. Donde controlan los deslizamientos, el mapa no puede mostrarlo.</translation>
    </message>
    <message>
        <source>The model needs a soil profile of {shape} layers with {value}; got {found}</source>
        <translation>El modelo necesita un perfil de suelo de {shape} capas con {value}; hay {found}</translation>
    </message>
    <message>
        <source>The model needs factor {value}; the rasters given hold {value2}</source>
        <translation>El modelo necesita el factor {value}; los rásteres indicados contienen {value2}</translation>
    </message>
    <message>
        <source>The model needs factors {names}; got an array of {shape}</source>
        <translation>El modelo necesita los factores {names}; hay una matriz de {shape}</translation>
    </message>
    <message>
        <source>The model needs rain of {steps} steps of {step_h} h; got an array of {shape}</source>
        <translation>El modelo necesita lluvia de {steps} pasos de {step_h} h; hay una matriz de {shape}</translation>
    </message>
    <message>
        <source>The model needs {factors} factors ({value}), got rows {shape}</source>
        <translation>El modelo necesita {factors} factores ({value}); hay filas {shape}</translation>
    </message>
    <message>
        <source>The model needs {value}, got an array with {shape} values a row</source>
        <translation>El modelo necesita {value}; hay una matriz con {shape} valores por fila</translation>
    </message>
    <message>
        <source>The model needs {value}, which are not given; add them</source>
        <translation>El modelo necesita {value}, que no se indican; añádalos</translation>
    </message>
    <message>
        <source>The model over height needs the heights of the deepest and of the shallowest soil: they are not taken from the extent, on which depths would then hang; give both</source>
        <translation>El modelo por altura necesita las alturas del suelo más profundo y del más somero: no se toman de la extensión, de la que entonces dependerían los espesores; indique ambas</translation>
    </message>
    <message>
        <source>The model takes rain in steps of {step_h} h; the rain given has steps of {step_h2} h, of which no whole number makes one</source>
        <translation>El modelo toma lluvia en pasos de {step_h} h; la lluvia indicada tiene pasos de {step_h2} h, de los que ningún número entero forma uno</translation>
    </message>
    <message>
        <source>The model the map was made with; its zoning statement and limits are printed; if empty, that beside it.</source>
        <translation>El modelo con que se hizo el mapa; se imprimen su declaración de zonificación y sus límites; vacío, el que está junto al mapa.</translation>
    </message>
    <message>
        <source>The model was trained in {get}, the rasters are in {crs_name}; map the area of applicability too, which tells where the model knows such ground</source>
        <translation>El modelo se entrenó en {get} y los rásteres están en {crs_name}; cartografíe también el área de aplicabilidad, que dice dónde el modelo conoce ese terreno</translation>
    </message>
    <message>
        <source>The model was trained with a soil profile of {layer_bottoms_m} layers ({value}); give PROFILE</source>
        <translation>El modelo se entrenó con un perfil de suelo de {layer_bottoms_m} capas ({value}); indique PROFILE</translation>
    </message>
    <message>
        <source>The model was trained with a soil profile; give the soil profile raster too</source>
        <translation>El modelo se entrenó con un perfil de suelo; indique también el ráster del perfil</translation>
    </message>
    <message>
        <source>The model was trained with triggers from rasters, which a bundle does not keep; give SCENARIOS, a table of numbers or rasters for the area to map</source>
        <translation>El modelo se entrenó con desencadenantes de rásteres, que un paquete no guarda; indique SCENARIOS, una tabla de números o rásteres del área que se cartografía</translation>
    </message>
    <message>
        <source>The model was trained without a soil profile of several layers, so it has no depth to look at; leave that output out</source>
        <translation>El modelo se entrenó sin un perfil de suelo de varias capas, así que no tiene profundidad que mirar; omita esa salida</translation>
    </message>
    <message>
        <source>The model was trained without a soil profile; the one given is not read</source>
        <translation>El modelo se entrenó sin perfil de suelo; el indicado no se lee</translation>
    </message>
    <message>
        <source>The model was trained without trigger scenarios</source>
        <translation>El modelo se entrenó sin escenarios desencadenantes</translation>
    </message>
    <message>
        <source>The model was trained without trigger scenarios, so it has no curve over the return period; train one with a scenario table</source>
        <translation>El modelo se entrenó sin escenarios desencadenantes, así que no tiene curva según el período de retorno; entrene uno con una tabla de escenarios</translation>
    </message>
    <message>
        <source>The model was trained without trigger scenarios, so it has no return-period product; leave the return period and the annual probability out</source>
        <translation>El modelo se entrenó sin escenarios desencadenantes, así que no tiene productos por período de retorno; omita el período de retorno y la probabilidad anual</translation>
    </message>
    <message>
        <source>The model was trained without trigger scenarios, so it has one band, Susceptibility, and no return-period product; leave the scenario table out or train with one</source>
        <translation>El modelo se entrenó sin escenarios desencadenantes, así que tiene una banda, Susceptibilidad, y ningún producto por período de retorno; omita la tabla de escenarios o entrene con una</translation>
    </message>
    <message>
        <source>The model was trained without trigger scenarios, so no rain moves it; leave the ends of the rain's band out</source>
        <translation>El modelo se entrenó sin escenarios desencadenantes, así que ninguna lluvia lo mueve; omita los extremos de la banda de la lluvia</translation>
    </message>
    <message>
        <source>The model {name} needs a soil profile; give PROFILE, or leave BUNDLES out</source>
        <translation>El modelo {name} necesita un perfil de suelo; indique PROFILE u omita BUNDLES</translation>
    </message>
    <message>
        <source>The model {name} needs factor {value}; the rasters given hold {value2}</source>
        <translation>El modelo {name} necesita el factor {value}; los rásteres indicados contienen {value2}</translation>
    </message>
    <message>
        <source>The model's metrics.json has no {key}; train the model again</source>
        <translation>El metrics.json del modelo no tiene {key}; entrene el modelo de nuevo</translation>
    </message>
    <message>
        <source>The modelling environment {old} was made for other versions of the packages than this plugin names; run "Set up modelling environment" with action Create (the old one stays until the new one works)</source>
        <translation>El entorno de modelado {old} se hizo para otras versiones de los paquetes que las que este complemento nombra; ejecute "Set up modelling environment" con la acción Crear (el antiguo queda hasta que el nuevo funcione)</translation>
    </message>
    <message>
        <source>The modelling process cannot be started with {python}: {error}</source>
        <translation>El proceso de modelado no se puede iniciar con {python}: {error}</translation>
    </message>
    <message>
        <source>The modelling process ended too early ({how}); it last printed: {last}</source>
        <translation>El proceso de modelado terminó antes de tiempo ({how}); lo último que imprimió: {last}</translation>
    </message>
    <message>
        <source>The modelling process failed: {message}</source>
        <translation>El proceso de modelado falló: {message}</translation>
    </message>
    <message>
        <source>The modelling process gave no result</source>
        <translation>El proceso de modelado no dio resultado</translation>
    </message>
    <message>
        <source>The modelling process of the last run goes on with this one</source>
        <translation>El proceso de modelado de la última ejecución continúa con esta</translation>
    </message>
    <message>
        <source>The modelling process sent an unreadable event: {line}</source>
        <translation>El proceso de modelado envió un evento ilegible: {line}</translation>
    </message>
    <message>
        <source>The modelling process speaks protocol {found}, QGIS's side {PROTOCOL}; restart QGIS so that both come from the same version of the plugin</source>
        <translation>El proceso de modelado habla el protocolo {found} y el lado de QGIS {PROTOCOL}; reinicie QGIS para que ambos vengan de la misma versión del complemento</translation>
    </message>
    <message>
        <source>The modelling process stays for {minutes} minutes{size}</source>
        <translation>El proceso de modelado permanece {minutes} minutos{size}</translation>
    </message>
    <message>
        <source>The nearest gauge is {median} km away for half of the samples, {largest} km at most</source>
        <translation>El pluviómetro más cercano está a {median} km para la mitad de las muestras, a {largest} km como mucho</translation>
    </message>
    <message>
        <source>The network ensemble has no vote: the pool's held-out log loss does not fall by more than one standard error with it</source>
        <translation>El conjunto de redes no vota: la pérdida logarítmica reservada del conjunto no baja en más de un error típico con él</translation>
    </message>
    <message>
        <source>The network's arrays differ from Keras by {difference} in probability (allowed: {LARGEST_DIFFERENCE}); check the versions of the modelling environment</source>
        <translation>Las matrices de la red difieren de Keras en {difference} de probabilidad (se admite: {LARGEST_DIFFERENCE}); compruebe las versiones del entorno de modelado</translation>
    </message>
    <message>
        <source>The old environment {place} stays, since it holds {strange}</source>
        <translation>El entorno antiguo {place} se queda, porque contiene {strange}</translation>
    </message>
    <message>
        <source>The old environment {place} was removed</source>
        <translation>Se eliminó el entorno antiguo {place}</translation>
    </message>
    <message>
        <source>The one layer can be used.</source>
        <translation>La única capa se puede usar.</translation>
    </message>
    <message>
        <source>The output {path} is one of the inputs or another output; choose another place</source>
        <translation>La salida {path} es una de las entradas u otra salida; elija otro lugar</translation>
    </message>
    <message>
        <source>The own series of a storm must hold numbers of at least 0, not all of them 0</source>
        <translation>La serie propia de una tormenta debe contener números de al menos 0, no todos 0</translation>
    </message>
    <message>
        <source>The plot shows the first {MOST_PANELS} of {labels} points; the table has all: select those to be drawn and tick 'Selected features only'</source>
        <translation>El gráfico muestra los primeros {MOST_PANELS} de {labels} puntos; la tabla los tiene todos: seleccione los que deban dibujarse y marque 'Objetos seleccionados solamente'</translation>
    </message>
    <message>
        <source>The probabilities are worse than a constant: held-out log loss {log_loss}, of a constant {constant}</source>
        <translation>Las probabilidades son peores que una constante: pérdida logarítmica reservada {log_loss}, de una constante {constant}</translation>
    </message>
    <message>
        <source>The probabilities follow the share of landslides among the samples, so they say which ground is worse, not how many landslides to expect: no calibration can be told here. Train with a share of the area for that.</source>
        <translation>Las probabilidades siguen la proporción de deslizamientos entre las muestras, así que dicen qué terreno es peor, no cuántos deslizamientos esperar: aquí no se puede decir ninguna calibración. Para eso entrene con una proporción del área.</translation>
    </message>
    <message>
        <source>The probability of failure</source>
        <translation>La probabilidad de rotura</translation>
    </message>
    <message>
        <source>The probability of failure raster {name} has no band {value}; it has {value2}. Give one with a band for each scenario that is mapped</source>
        <translation>El ráster de probabilidad de rotura {name} no tiene la banda {value}; tiene {value2}. Indique uno con una banda por escenario que se cartografía</translation>
    </message>
    <message>
        <source>The rain and the factors do not overlap; check their CRS and extent</source>
        <translation>La lluvia y los factores no se solapan; compruebe su SRC y su extensión</translation>
    </message>
    <message>
        <source>The rain has properties {value}; the model needs {value2}, in that order</source>
        <translation>La lluvia tiene las propiedades {value}; el modelo necesita {value2}, en ese orden</translation>
    </message>
    <message>
        <source>The rain has steps of {step_h} h and the storm of {step_h2} h; give STEP as {step_h3}</source>
        <translation>La lluvia tiene pasos de {step_h} h y la tormenta de {step_h2} h; indique STEP como {step_h3}</translation>
    </message>
    <message>
        <source>The rain has {size} cells; at most {MOST_CELLS} can be told apart: cut it to the area</source>
        <translation>La lluvia tiene {size} celdas; se distinguen como mucho {MOST_CELLS}: recórtela al área</translation>
    </message>
    <message>
        <source>The rain has {steps} steps of {step_h} h; the model was trained with {steps2} of {step_h2} h</source>
        <translation>La lluvia tiene {steps} pasos de {step_h} h; el modelo se entrenó con {steps2} de {step_h2} h</translation>
    </message>
    <message>
        <source>The rain names no CRS, so nothing tells where it lies below the factors; assign it the right one</source>
        <translation>La lluvia no nombra ningún SRC, así que nada dice dónde queda bajo los factores; asígnele el correcto</translation>
    </message>
    <message>
        <source>The rain of event {event} begins {value} h before its start; antecedent rain needs {hours} h</source>
        <translation>La lluvia del evento {event} comienza {value} h antes de su inicio; la lluvia antecedente necesita {hours} h</translation>
    </message>
    <message>
        <source>The rain of {elsewhen} rows ends on another day than field {date} says; build it for that day, or choose the field that it was built for</source>
        <translation>La lluvia de {elsewhen} filas termina en otro día que el que dice el campo {date}; constrúyala para ese día o elija el campo para el que se construyó</translation>
    </message>
    <message>
        <source>The rain of {moved} samples in {name} ends at another moment than the samples do, and stays as it is: end_utc says when it ends. Cut it at TIME_FIELD from a stack or gauges, if that is wanted</source>
        <translation>La lluvia de {moved} muestras de {name} termina en otro momento que las muestras y queda como está: end_utc dice cuándo termina. Córtela en TIME_FIELD a partir de una pila o de pluviómetros, si se desea</translation>
    </message>
    <message>
        <source>The ranges are those of the generic soil table, which knows nothing of your site</source>
        <translation>Los rangos son los de la tabla genérica de suelos, que no sabe nada de su sitio</translation>
    </message>
    <message>
        <source>The raster holds negative values, down to {min}; 0 or more is needed</source>
        <translation>El ráster contiene valores negativos, hasta {min}; hace falta 0 o más</translation>
    </message>
    <message>
        <source>The raster holds no value</source>
        <translation>El ráster no contiene ningún valor</translation>
    </message>
    <message>
        <source>The raster is not north-up (cell {width} x {height}); warp it to a north-up grid first</source>
        <translation>El ráster no tiene el norte arriba (celda {width} x {height}); páselo primero a una malla con el norte arriba (Combar)</translation>
    </message>
    <message>
        <source>The raster is rotated or sheared; warp it to a north-up grid first</source>
        <translation>El ráster está girado o inclinado; páselo primero a una malla con el norte arriba (Combar)</translation>
    </message>
    <message>
        <source>The rasters have no CRS, so their cell size was not compared</source>
        <translation>Los rásteres no tienen SRC, así que no se comparó su tamaño de celda</translation>
    </message>
    <message>
        <source>The record names a model family {family} that is not known; train again</source>
        <translation>El registro nombra una familia de modelos {family} desconocida; entrene de nuevo</translation>
    </message>
    <message>
        <source>The record names no member that {next} belongs to; train again</source>
        <translation>El registro no nombra ningún miembro al que pertenezca {next}; entrene de nuevo</translation>
    </message>
    <message>
        <source>The record names no part that {next} belongs to; train again</source>
        <translation>El registro no nombra ninguna parte a la que pertenezca {next}; entrene de nuevo</translation>
    </message>
    <message>
        <source>The record names no reference output; train again</source>
        <translation>El registro no nombra una salida de referencia; entrene de nuevo</translation>
    </message>
    <message>
        <source>The retention of the soil needs SoilGrids soc of every layer; give it, or leave RETENTION out</source>
        <translation>La retención del suelo necesita soc de SoilGrids de cada capa; indíquelo u omita RETENTION</translation>
    </message>
    <message>
        <source>The return period of an event is not in the scenario table; it has {value}</source>
        <translation>El período de retorno de un evento no está en la tabla de escenarios; tiene {value}</translation>
    </message>
    <message>
        <source>The return-level plot needs annual maxima; leave PLOT out</source>
        <translation>El gráfico de niveles de retorno necesita máximos anuales; omita PLOT</translation>
    </message>
    <message>
        <source>The ring of stable samples ends {reach_m} m from a landslide and begins at {buffer_m} m; its end must lie beyond its beginning</source>
        <translation>El anillo de muestras estables acaba a {reach_m} m de un deslizamiento y empieza a {buffer_m} m; su fin debe estar más allá de su comienzo</translation>
    </message>
    <message>
        <source>The same by chance (share of landslide cells)</source>
        <translation>Lo mismo por azar (proporción de celdas de deslizamiento)</translation>
    </message>
    <message>
        <source>The same by scenario T (return period of the rain in years): dark is more. Where columns are alike, the scenarios differ in level only.</source>
        <translation>Lo mismo por escenario T (período de retorno de la lluvia en años): oscuro es más. Donde las columnas son iguales, los escenarios difieren solo en nivel.</translation>
    </message>
    <message>
        <source>The same without the slope-stability prior</source>
        <translation>Lo mismo sin la estimación previa de la estabilidad</translation>
    </message>
    <message>
        <source>The samples are too few to judge the model on storms that it has not seen</source>
        <translation>Las muestras son muy pocas para evaluar el modelo en tormentas que no ha visto</translation>
    </message>
    <message>
        <source>The samples hold {count} {name}; a model needs two or more of each kind</source>
        <translation>Las muestras contienen {count} {name}; un modelo necesita dos o más de cada tipo</translation>
    </message>
    <message>
        <source>The samples name events but no scenario table says what rain belongs to them</source>
        <translation>Las muestras nombran eventos pero ninguna tabla de escenarios dice qué lluvia les corresponde</translation>
    </message>
    <message>
        <source>The saturated unit weight ({values}) is below the moist one ({values2} kN/m3); raise it</source>
        <translation>El peso unitario saturado ({values}) es menor que el húmedo ({values2} kN/m3); súbalo</translation>
    </message>
    <message>
        <source>The scarp of a polygon is its highest cell, but no factor is named elevation; add that factor or choose another polygon rule</source>
        <translation>El escarpe de un polígono es su celda más alta, pero ningún factor se llama elevation; añada ese factor o elija otra regla de polígonos</translation>
    </message>
    <message>
        <source>The scenario table has columns {value}; the model needs {value2}</source>
        <translation>La tabla de escenarios tiene las columnas {value}; el modelo necesita {value2}</translation>
    </message>
    <message>
        <source>The scenario table has no band of the rain; give one with the columns {value}, such as 'Build trigger scenarios' writes from annual maxima</source>
        <translation>La tabla de escenarios no tiene banda de la lluvia; indique una con las columnas {value}, como las que escribe 'Build trigger scenarios' a partir de máximos anuales</translation>
    </message>
    <message>
        <source>The scenarios have {value} and no intensity_mm_h; physics reads intensity_mm_h and duration_h, so add these columns</source>
        <translation>Los escenarios tienen {value} y no intensity_mm_h; la física lee intensity_mm_h y duration_h, así que añada estas columnas</translation>
    </message>
    <message>
        <source>The scheduler at {scheduler} has no worker; start some with 'dask worker {scheduler2} --no-nanny'</source>
        <translation>El planificador de {scheduler} no tiene trabajadores; inicie alguno con 'dask worker {scheduler2} --no-nanny'</translation>
    </message>
    <message>
        <source>The scores are those of the whole procedure: in each held-out fold factors were selected anew, inside its training part, which kept {many} of them. In which share of the folds a factor was kept tells how far the choice hangs on the ground; factors that say the same stand in for each other. A step is the number of factors; the factor beside it is the one that all samples choose there. The verdict is on the log loss.</source>
        <translation>Las puntuaciones son las de todo el procedimiento: en cada partición reservada los factores se seleccionaron de nuevo, dentro de su parte de entrenamiento, que conservó {many} de ellos. En qué proporción de las particiones se conservó un factor dice cuánto depende la elección del terreno; los factores que dicen lo mismo se sustituyen entre sí. Un paso es el número de factores; el factor a su lado es el que eligen todas las muestras allí. El veredicto es sobre la pérdida logarítmica.</translation>
    </message>
    <message>
        <source>The second process ended ({error}); this one goes on alone</source>
        <translation>El segundo proceso terminó ({error}); este sigue solo</translation>
    </message>
    <message>
        <source>The series of event {event} in {name} ends at {iso}, and the event at {iso2}; give a series up to the end of the event, or an end that is one of its steps of {step_h} h</source>
        <translation>La serie del evento {event} de {name} termina en {iso} y el evento en {iso2}; dé una serie hasta el final del evento o un final que sea uno de sus pasos de {step_h} h</translation>
    </message>
    <message>
        <source>The series of event {event} in {name} has gaps; rain of an event is known or not given</source>
        <translation>La serie del evento {event} en {name} tiene huecos; la lluvia de un evento se conoce o no se indica</translation>
    </message>
    <message>
        <source>The shapes alternating and chicago need depths of several durations, and one is given; give annual maxima of more durations or an intensity formula, or choose the shape uniform or series</source>
        <translation>Las formas alternating y chicago necesitan láminas de varias duraciones y se indica una; indique máximos anuales de más duraciones o una fórmula de intensidad, o elija la forma uniform o series</translation>
    </message>
    <message>
        <source>The share is a lower bound</source>
        <translation>La proporción es un límite inferior</translation>
    </message>
    <message>
        <source>The share of rain that a day leaves is {kept_a_day}; allowed: above 0, up to 1</source>
        <translation>La proporción de lluvia que deja un día es {kept_a_day}; se admite: mayor que 0, hasta 1</translation>
    </message>
    <message>
        <source>The share of the ground that is landslides is not known; give PREVALENCE, which sets the level of the probability of failure</source>
        <translation>No se conoce la proporción del terreno con deslizamientos; indique PREVALENCE, que fija el nivel de la probabilidad de rotura</translation>
    </message>
    <message>
        <source>The sinks {name} cover no cell of the DEM; choose a layer that overlaps</source>
        <translation>Los sumideros {name} no cubren ninguna celda del MDE; elija una capa que lo solape</translation>
    </message>
    <message>
        <source>The slope of the deepest soil ({gentlest_deg}) is not below that of the shallowest ({steepest_deg} degrees)</source>
        <translation>La pendiente del suelo más profundo ({gentlest_deg}) no es menor que la del más somero ({steepest_deg} grados)</translation>
    </message>
    <message>
        <source>The slope raster</source>
        <translation>El ráster de pendiente</translation>
    </message>
    <message>
        <source>The slope-stability prior calls the whole area stable (largest probability of failure {max})</source>
        <translation>La estimación previa de la estabilidad llama estable a toda el área (mayor probabilidad de rotura {max})</translation>
    </message>
    <message>
        <source>The slope-stability prior is degenerate: {reason}; lambda is set to 0</source>
        <translation>La estimación previa de la estabilidad es degenerada: {reason}; lambda se pone en 0</translation>
    </message>
    <message>
        <source>The slope-stability prior is degenerate: {reason}; {advice}</source>
        <translation>La estimación previa de la estabilidad es degenerada: {reason}; {advice}</translation>
    </message>
    <message>
        <source>The slope-stability prior is that of shallow translational slides and debris-flow initiation; it does not speak of {value}</source>
        <translation>La estimación previa de la estabilidad es la de deslizamientos traslacionales someros y del inicio de flujos de detritos; no habla de {value}</translation>
    </message>
    <message>
        <source>The smallest part of a map needs about {value} MiB more than is allowed; allow more memory</source>
        <translation>La parte menor de un mapa necesita unos {value} MiB más de los admitidos; admita más memoria</translation>
    </message>
    <message>
        <source>The smallest soil depth ({shallowest_m} m) is over the largest ({deepest_m} m)</source>
        <translation>El menor espesor del suelo ({shallowest_m} m) supera al mayor ({deepest_m} m)</translation>
    </message>
    <message>
        <source>The soil</source>
        <translation>El suelo</translation>
    </message>
    <message>
        <source>The soil depth model lacks a factor of the terrain that it needs</source>
        <translation>Al modelo de espesor del suelo le falta un factor del terreno que necesita</translation>
    </message>
    <message>
        <source>The soil depth states a spread of {stated}; it enters the probability of failure</source>
        <translation>El espesor del suelo declara una dispersión de {stated}; entra en la probabilidad de rotura</translation>
    </message>
    <message>
        <source>The soil of {name} was calibrated on these landslides: the figures tell how well it was fitted</source>
        <translation>El suelo de {name} se calibró con estos deslizamientos: las cifras dicen cuán bien se ajustó</translation>
    </message>
    <message>
        <source>The soil profile</source>
        <translation>El perfil de suelo</translation>
    </message>
    <message>
        <source>The soil profile comes from a table with one profile a rock unit, so depth has no variation of its own: what moves with depth here is the unit</source>
        <translation>El perfil de suelo viene de una tabla con un perfil por unidad de roca, así que la profundidad no varía por sí misma: lo que se mueve con ella aquí es la unidad</translation>
    </message>
    <message>
        <source>The soil profile has layers down to {layer_bottoms_m} m; the model was trained with {layer_bottoms_m2} m</source>
        <translation>El perfil de suelo tiene capas hasta {layer_bottoms_m} m; el modelo se entrenó con {layer_bottoms_m2} m</translation>
    </message>
    <message>
        <source>The soil profile has no property {name}; it has {value}</source>
        <translation>El perfil de suelo no tiene la propiedad {name}; tiene {value}</translation>
    </message>
    <message>
        <source>The soil profile has no unit weight: give unit_weight_kn_m3, or void_ratio and water_content_percent; it has {value}</source>
        <translation>El perfil de suelo no tiene peso unitario: indique unit_weight_kn_m3, o void_ratio y water_content_percent; tiene {value}</translation>
    </message>
    <message>
        <source>The soil profile has properties {value}; the model needs {value2}, in that order</source>
        <translation>El perfil de suelo tiene las propiedades {value}; el modelo necesita {value2}, en ese orden</translation>
    </message>
    <message>
        <source>The soil profile has {shape} layers x {shape2} properties; the model needs {layers} x {properties} ({value})</source>
        <translation>El perfil de suelo tiene {shape} capas x {shape2} propiedades; el modelo necesita {layers} x {properties} ({value})</translation>
    </message>
    <message>
        <source>The soil table has {codes} codes but no lithology raster is given; give the raster, or a table with one unit</source>
        <translation>La tabla de suelos tiene {codes} códigos pero no se indica ráster de litología; indique el ráster o una tabla de una unidad</translation>
    </message>
    <message>
        <source>The soil was calibrated on {landslides} landslides: they are no test of what is computed with it</source>
        <translation>El suelo se calibró con {landslides} deslizamientos: no sirven de prueba de lo que se calcula con él</translation>
    </message>
    <message>
        <source>The soil was calibrated with pore water pressure '{shown}'; values fit the law that they were calibrated with, so use it or calibrate with '{other}'</source>
        <translation>El suelo se calibró con la presión de agua de poros '{shown}'; los valores convienen a la ley con que se calibraron, así que úsela o calibre con '{other}'</translation>
    </message>
    <message>
        <source>The spread of the ensemble is part of the epistemic uncertainty: how far the answer depends on chance in training and on which part of the area the samples come from. Errors of the inventory and factors that are missing are not in it</source>
        <translation>La dispersión del conjunto es parte de la incertidumbre epistémica: cuánto depende la respuesta del azar del entrenamiento y de la parte del área de la que vienen las muestras. Los errores del inventario y los factores que faltan no están en ella</translation>
    </message>
    <message>
        <source>The spread says how far the families of models differ, and how far the members of each do, which is part of the epistemic uncertainty. Errors of the inventory and factors that are missing are not in it</source>
        <translation>La dispersión dice cuánto difieren las familias de modelos y cuánto los miembros de cada una, lo que es parte de la incertidumbre epistémica. Los errores del inventario y los factores que faltan no están en ella</translation>
    </message>
    <message>
        <source>The stack stays in {crs_name}; to train a model with it set GRID to UTM, for training needs cells in metres</source>
        <translation>La pila queda en {crs_name}; para entrenar un modelo con ella ponga GRID en UTM, porque entrenar necesita celdas en metros</translation>
    </message>
    <message>
        <source>The steady wetness needs the slope of the cells</source>
        <translation>La humedad estacionaria necesita la pendiente de las celdas</translation>
    </message>
    <message>
        <source>The steady wetness needs the specific catchment area; give a raster with it, such as the factor catchment_area</source>
        <translation>La humedad estacionaria necesita el área de drenaje específica; indique un ráster con ella, como el factor catchment_area</translation>
    </message>
    <message>
        <source>The steady wetness takes rain as lasting, but {name} is a storm of {duration} h at {intensity} mm/h: give the mean of a wet week or season, or choose another pore water pressure</source>
        <translation>La humedad estacionaria toma la lluvia como duradera, pero {name} es una tormenta de {duration} h a {intensity} mm/h: indique la media de una semana o estación húmeda, o elija otra presión de poros</translation>
    </message>
    <message>
        <source>The stored additive part is damaged: its curves do not fit its factors and soil</source>
        <translation>La parte aditiva guardada está dañada: sus curvas no concuerdan con sus factores y su suelo</translation>
    </message>
    <message>
        <source>The stored additive part is damaged: {error}</source>
        <translation>La parte aditiva guardada está dañada: {error}</translation>
    </message>
    <message>
        <source>The stored area of applicability does not fit its reference points</source>
        <translation>El área de aplicabilidad guardada no concuerda con sus puntos de referencia</translation>
    </message>
    <message>
        <source>The stored area of applicability is damaged: {error}</source>
        <translation>El área de aplicabilidad guardada está dañada: {error}</translation>
    </message>
    <message>
        <source>The stored background does not fit the factors; train again</source>
        <translation>El fondo guardado no concuerda con los factores; entrene de nuevo</translation>
    </message>
    <message>
        <source>The stored background holds no soil profile; train the model again</source>
        <translation>El fondo guardado no contiene perfil de suelo; entrene el modelo de nuevo</translation>
    </message>
    <message>
        <source>The stored calibration is damaged: its knots do not rise</source>
        <translation>La calibración guardada está dañada: sus nodos no crecen</translation>
    </message>
    <message>
        <source>The stored calibration is damaged: {error}</source>
        <translation>La calibración guardada está dañada: {error}</translation>
    </message>
    <message>
        <source>The stored classes are damaged: they do not fit the factors</source>
        <translation>Las clases guardadas están dañadas: no concuerdan con los factores</translation>
    </message>
    <message>
        <source>The stored classes are damaged: {error}</source>
        <translation>Las clases guardadas están dañadas: {error}</translation>
    </message>
    <message>
        <source>The stored conformal sets are damaged: a value lies outside 0 to 1</source>
        <translation>Los conjuntos conformes guardados están dañados: hay un valor fuera de 0 a 1</translation>
    </message>
    <message>
        <source>The stored conformal sets are damaged: {error}</source>
        <translation>Los conjuntos conformes guardados están dañados: {error}</translation>
    </message>
    <message>
        <source>The stored encoder is damaged: {error}</source>
        <translation>El codificador guardado está dañado: {error}</translation>
    </message>
    <message>
        <source>The stored inputs are damaged: their sums do not fit the rain</source>
        <translation>Las entradas guardadas están dañadas: sus sumas no concuerdan con la lluvia</translation>
    </message>
    <message>
        <source>The stored inputs are damaged: {error}</source>
        <translation>Las entradas guardadas están dañadas: {error}</translation>
    </message>
    <message>
        <source>The stored linear part is damaged: {error}</source>
        <translation>La parte lineal guardada está dañada: {error}</translation>
    </message>
    <message>
        <source>The stored network of a sequence is damaged; train again</source>
        <translation>La red guardada de una secuencia está dañada; entrene de nuevo</translation>
    </message>
    <message>
        <source>The stored perceptron is damaged: its layers do not fit each other</source>
        <translation>El perceptrón guardado está dañado: sus capas no concuerdan entre sí</translation>
    </message>
    <message>
        <source>The stored perceptron is damaged: {error}</source>
        <translation>El perceptrón guardado está dañado: {error}</translation>
    </message>
    <message>
        <source>The stored rain columns are damaged: {error}</source>
        <translation>Las columnas de lluvia guardadas están dañadas: {error}</translation>
    </message>
    <message>
        <source>The stored range of the triggers does not fit the scenarios; train again</source>
        <translation>El rango guardado de los desencadenantes no concuerda con los escenarios; entrene de nuevo</translation>
    </message>
    <message>
        <source>The stored scaler is damaged: its lists differ in length</source>
        <translation>El escalador guardado está dañado: sus listas tienen longitudes distintas</translation>
    </message>
    <message>
        <source>The stored scaler is damaged: {error}</source>
        <translation>El escalador guardado está dañado: {error}</translation>
    </message>
    <message>
        <source>The stored soil columns are damaged: {error}</source>
        <translation>Las columnas de suelo guardadas están dañadas: {error}</translation>
    </message>
    <message>
        <source>The stored support vector machine is damaged: its arrays do not fit each other</source>
        <translation>La máquina de vectores de soporte guardada está dañada: sus matrices no concuerdan entre sí</translation>
    </message>
    <message>
        <source>The stored support vector machine is damaged: {error}</source>
        <translation>La máquina de vectores de soporte guardada está dañada: {error}</translation>
    </message>
    <message>
        <source>The stored trees are damaged: their nodes do not fit each other</source>
        <translation>Los árboles guardados están dañados: sus nodos no concuerdan entre sí</translation>
    </message>
    <message>
        <source>The stored trees are damaged: {error}</source>
        <translation>Los árboles guardados están dañados: {error}</translation>
    </message>
    <message>
        <source>The stored trees do not fit the factors; train again</source>
        <translation>Los árboles guardados no concuerdan con los factores; entrene de nuevo</translation>
    </message>
    <message>
        <source>The storm brings {depth_mm} mm; allowed: 0 or more</source>
        <translation>La tormenta trae {depth_mm} mm; se admite: 0 o más</translation>
    </message>
    <message>
        <source>The storm lasts {intervals} of the record's intervals; allowed: 1 or more, a shorter storm is not in the record</source>
        <translation>La tormenta dura {intervals} intervalos del registro; se admite: 1 o más, una tormenta más corta no está en el registro</translation>
    </message>
    <message>
        <source>The storms have different durations; hyetographs in one table need one duration</source>
        <translation>Las tormentas tienen duraciones distintas; los hietogramas de una tabla necesitan una sola duración</translation>
    </message>
    <message>
        <source>The study aligns it</source>
        <translation>El estudio lo alinea</translation>
    </message>
    <message>
        <source>The study area</source>
        <translation>El área de estudio</translation>
    </message>
    <message>
        <source>The study area: {titles}</source>
        <translation>El área de estudio: {titles}</translation>
    </message>
    <message>
        <source>The study area: {titles}. Colours reach from the 2nd to the 98th percentile. {_defined}{value}Coordinates: {crs_name}.</source>
        <translation>El área de estudio: {titles}. Los colores van del percentil 2 al 98. {_defined}{value}Coordenadas: {crs_name}.</translation>
    </message>
    <message>
        <source>The study mask {name} covers no cell of the DEM that has a height; choose one that overlaps</source>
        <translation>La máscara de estudio {name} no cubre ninguna celda del MDE con altura; elija una que lo solape</translation>
    </message>
    <message>
        <source>The study mask {name} holds no polygons; choose a polygon layer</source>
        <translation>La máscara de estudio {name} no contiene polígonos; elija una capa de polígonos</translation>
    </message>
    <message>
        <source>The study was not begun, since layers cannot be used as they are: {value}</source>
        <translation>El estudio no se empezó, porque hay capas que no se pueden usar como están: {value}</translation>
    </message>
    <message>
        <source>The table counts cells and landslides of the mapped area alone</source>
        <translation>La tabla cuenta celdas y deslizamientos solo del área cartografiada</translation>
    </message>
    <message>
        <source>The table gives no range: it stays as it is.</source>
        <translation>La tabla no da rango: queda como está.</translation>
    </message>
    <message>
        <source>The table is given this model and this inventory; no training on these landslides takes what it gives</source>
        <translation>La tabla vale para este modelo y este inventario; ningún entrenamiento con estos deslizamientos admite lo que ella da</translation>
    </message>
    <message>
        <source>The table of class names</source>
        <translation>La tabla de nombres de clases</translation>
    </message>
    <message>
        <source>The table of class names {path} holds no names; it needs a header, codes in the first column and names in another</source>
        <translation>La tabla de nombres de clases {path} no contiene nombres; necesita un encabezado, los códigos en la primera columna y los nombres en otra</translation>
    </message>
    <message>
        <source>The threshold is no number; train again</source>
        <translation>El umbral no es un número; entrene de nuevo</translation>
    </message>
    <message>
        <source>The tiles of {path} do not fit each other: {GetLastErrorMsg}</source>
        <translation>Las teselas de {path} no encajan entre sí: {GetLastErrorMsg}</translation>
    </message>
    <message>
        <source>The training job holds no {name}.npy</source>
        <translation>El trabajo de entrenamiento no contiene {name}.npy</translation>
    </message>
    <message>
        <source>The transient infiltration</source>
        <translation>La infiltración transitoria</translation>
    </message>
    <message>
        <source>The trees have {column} nodes together, more than the {MOST_NODES} that a model can keep; train on fewer samples</source>
        <translation>Los árboles tienen {column} nodos en total, más de los {MOST_NODES} que un modelo puede guardar; entrene con menos muestras</translation>
    </message>
    <message>
        <source>The units</source>
        <translation>Las unidades</translation>
    </message>
    <message>
        <source>The units are</source>
        <translation>Las unidades están</translation>
    </message>
    <message>
        <source>The units lie</source>
        <translation>Las unidades están</translation>
    </message>
    <message>
        <source>The unsaturated infiltration is solved for Gardner's soil; set SUCTION=gardner</source>
        <translation>La infiltración no saturada se resuelve para el suelo de Gardner; ponga SUCTION=gardner</translation>
    </message>
    <message>
        <source>The valid cells {shape} do not fit the grid {shape2}</source>
        <translation>Las celdas válidas {shape} no concuerdan con la malla {shape2}</translation>
    </message>
    <message>
        <source>The values are a relative intensity, r / (1 + r) with r the density of landslides in means of the area that the model was trained on; they are no probabilities, so no share of the area, no calibration and no figure a year belongs to them</source>
        <translation>Los valores son una intensidad relativa, r / (1 + r) con r la densidad de deslizamientos en medias del área de entrenamiento del modelo; no son probabilidades, así que no les corresponde ninguna proporción del área, ni calibración ni cifra anual</translation>
    </message>
    <message>
        <source>The values are {MULTIPLES}: landslides against the area, without a rate. No share of the area, no calibration and no figure a year belongs to them.</source>
        <translation>Los valores son {MULTIPLES}: deslizamientos frente al área, sin tasa. No les corresponde ninguna proporción del área, ni calibración ni cifra anual.</translation>
    </message>
    <message>
        <source>The votes of the event model do not fit its families; train again</source>
        <translation>Los votos del modelo de eventos no concuerdan con sus familias; entrene de nuevo</translation>
    </message>
    <message>
        <source>The votes of the stacked mean do not make {VOTES}; train again</source>
        <translation>Los votos de la media apilada no suman {VOTES}; entrene de nuevo</translation>
    </message>
    <message>
        <source>The weights do not fit the record; train again</source>
        <translation>Los pesos no concuerdan con el registro; entrene de nuevo</translation>
    </message>
    <message>
        <source>The {LARGEST} largest landslides hold {value} % of the weight of all</source>
        <translation>Los {LARGEST} deslizamientos mayores tienen el {value} % del peso de todos</translation>
    </message>
    <message>
        <source>The {distribution} distribution could not be fitted by maximum likelihood; use L-moments</source>
        <translation>La distribución {distribution} no se pudo ajustar por máxima verosimilitud; use L-momentos</translation>
    </message>
    <message>
        <source>The {name} is {said} than logistic regression on unseen areas.</source>
        <translation>El modelo «{name}» es {said} que la regresión logística en áreas no vistas.</translation>
    </message>
    <message>
        <source>The {name} was not compared with logistic regression.</source>
        <translation>El modelo «{name}» no se comparó con la regresión logística.</translation>
    </message>
    <message>
        <source>There is no model family {family}; allowed: {value}</source>
        <translation>No hay una familia de modelos {family}; se admite: {value}</translation>
    </message>
    <message>
        <source>There is no modelling environment yet; run "Set up modelling environment" with action Create (qgis_process run landslide:modelenvironment -- ACTION=create), or set {VARIABLE} to a Python that has the packages of {REQUIREMENTS}</source>
        <translation>Todavía no hay un entorno de modelado; ejecute "Set up modelling environment" con la acción Crear (qgis_process run landslide:modelenvironment -- ACTION=create), o defina {VARIABLE} con un Python que tenga los paquetes de {REQUIREMENTS}</translation>
    </message>
    <message>
        <source>There is no modelling environment, so the map is made by bivariate classes (weights of evidence). With it there are the stacked mean of six families with its spread, slope physics from soil and rain, and the full report.{lost} {lacking}</source>
        <translation>No hay entorno de modelado, así que el mapa se hace con clases bivariantes (pesos de evidencia). Con él hay la media apilada de seis familias con su dispersión, la física de la ladera a partir de suelo y lluvia, y el informe completo.{lost} {lacking}</translation>
    </message>
    <message>
        <source>There is no modelling task {task}; allowed: {value}</source>
        <translation>No hay una tarea de modelado {task}; se admite: {value}</translation>
    </message>
    <message>
        <source>There is no project, so the layout is not kept</source>
        <translation>No hay proyecto, así que la composición no se guarda</translation>
    </message>
    <message>
        <source>There is no way from {crs_name} of {name} to {crs_name2} of the raster; assign the CRS its coordinates are in</source>
        <translation>No hay transformación de {crs_name} de {name} a {crs_name2} del ráster; asigne el SRC en que están sus coordenadas</translation>
    </message>
    <message>
        <source>There is no way from {crs_name} to {crs_name2}</source>
        <translation>No hay transformación de {crs_name} a {crs_name2}</translation>
    </message>
    <message>
        <source>There is one band, "Susceptibility": where, not how often. No product for a return period can be derived from it.</source>
        <translation>Hay una banda, "Susceptibilidad": dónde, no con qué frecuencia. De ella no se puede derivar ningún producto por período de retorno.</translation>
    </message>
    <message>
        <source>There is one factor alone and nothing to select; give two or more</source>
        <translation>Hay un solo factor y nada que seleccionar; indique dos o más</translation>
    </message>
    <message>
        <source>These landslides took no part in making the map, as the run was told: the figures tell how well it predicts.</source>
        <translation>Estos deslizamientos no participaron en hacer el mapa, según lo dicho a la ejecución: las cifras dicen cuán bien predice.</translation>
    </message>
    <message>
        <source>These landslides took part in making the map: the figures tell how well it was fitted, not how well it predicts.</source>
        <translation>Estos deslizamientos participaron en hacer el mapa: las cifras dicen cuán bien se ajustó, no cuán bien predice.</translation>
    </message>
    <message>
        <source>These scores are of folds of the training's area. They do not say how well this map does.</source>
        <translation>Estas puntuaciones son de particiones del área del entrenamiento. No dicen cómo le va a este mapa.</translation>
    </message>
    <message>
        <source>These scores judge each sample at the trigger of its own storm. With all at the reference ({scenario}), which is what the map shows, the {value} has AUROC {number} (at their own {number2}) and Brier {number3} (at their own {number4}).</source>
        <translation>Estas puntuaciones evalúan cada muestra con el desencadenante de su propia tormenta. Con todas en la referencia ({scenario}), que es lo que muestra el mapa, {value} tiene AUROC {number} (con el propio {number2}) y Brier {number3} (con el propio {number4}).</translation>
    </message>
    <message>
        <source>This bundle holds the model {name}</source>
        <translation>Este paquete contiene el modelo {name}</translation>
    </message>
    <message>
        <source>This is a single model, without members to differ: its standard deviation, epistemic entropy and class flips of members are 0 and its agreement is 1 everywhere, which says nothing of how sure it is</source>
        <translation>Este es un modelo único, sin miembros que difieran: su desviación típica, entropía epistémica y cambios de clase de los miembros son 0 y su concordancia 1 en todas partes, lo que nada dice de cuán seguro es</translation>
    </message>
    <message>
        <source>This is a single model, without members to differ: {SPREAD} is 0 and {AGREEMENT} 1 everywhere, which says nothing of how sure it is</source>
        <translation>Este es un modelo único, sin miembros que difieran: {SPREAD} es 0 y {AGREEMENT} 1 en todas partes, lo que nada dice de cuán seguro es</translation>
    </message>
    <message>
        <source>This machine has no fonts, so a map sheet would have no text; install some (on Debian: apt-get install fonts-dejavu-core)</source>
        <translation>Este equipo no tiene fuentes, así que la hoja de mapa no tendría texto; instale algunas (en Debian: apt-get install fonts-dejavu-core)</translation>
    </message>
    <message>
        <source>This map is {STANDING}; its index is no probability</source>
        <translation>Este mapa es {STANDING}; su índice no es una probabilidad</translation>
    </message>
    <message>
        <source>This model has no network; train it again with the network among its families</source>
        <translation>Este modelo no tiene red; entrénelo de nuevo con la red entre sus familias</translation>
    </message>
    <message>
        <source>This model is logistic regression itself, the comparator of the others.</source>
        <translation>Este modelo es la propia regresión logística, con la que se comparan los demás.</translation>
    </message>
    <message>
        <source>This model keeps no reference points of its training data, which the area of applicability needs; train it again, or leave that output out</source>
        <translation>Este modelo no guarda puntos de referencia de sus datos de entrenamiento, que el área de aplicabilidad necesita; entrénelo de nuevo u omita esa salida</translation>
    </message>
    <message>
        <source>This model keeps no typical cells of its training data, which explanations are measured from; train it again, or leave that output out</source>
        <translation>Este modelo no guarda celdas típicas de sus datos de entrenamiento, desde las que se miden las explicaciones; entrénelo de nuevo u omita esa salida</translation>
    </message>
    <message>
        <source>This model was trained with a soil profile; give one with the same layers</source>
        <translation>Este modelo se entrenó con un perfil de suelo; indique uno con las mismas capas</translation>
    </message>
    <message>
        <source>This model was trained with dated events by version 0.1, whose scenarios are an artefact of the labels; train again</source>
        <translation>Este modelo se entrenó con eventos fechados en la versión 0.1, cuyos escenarios son un artefacto de las etiquetas; entrene de nuevo</translation>
    </message>
    <message>
        <source>This model was trained with triggers {value}; give a scenario</source>
        <translation>Este modelo se entrenó con los desencadenantes {value}; indique un escenario</translation>
    </message>
    <message>
        <source>This report cannot show where the members disagree.</source>
        <translation>Este informe no puede mostrar dónde discrepan los miembros.</translation>
    </message>
    <message>
        <source>Threshold agreement</source>
        <translation>Concordancia de umbral</translation>
    </message>
    <message>
        <source>Threshold agreement{suffix}</source>
        <translation>Concordancia de umbral{suffix}</translation>
    </message>
    <message>
        <source>Threshold of the map</source>
        <translation>Umbral del mapa</translation>
    </message>
    <message>
        <source>Threshold reached</source>
        <translation>Umbral alcanzado</translation>
    </message>
    <message>
        <source>Threshold {threshold_m2} m2 and reduction {reduction}; allowed: a threshold above 0 and a reduction between 0 and 1</source>
        <translation>Umbral {threshold_m2} m2 y reducción {reduction}; se admite: un umbral mayor que 0 y una reducción entre 0 y 1</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>Times are ends of windows, UTC; the first is {first}.</source>
        <translation>Las horas son finales de ventanas, UTC; la primera es {first}.</translation>
    </message>
    <message>
        <source>Times of bands</source>
        <translation>Tiempos de las bandas</translation>
    </message>
    <message>
        <source>To hand over: {package}</source>
        <translation>Para entregar: {package}</translation>
    </message>
    <message>
        <source>To mind</source>
        <translation>A tener en cuenta</translation>
    </message>
    <message>
        <source>Too few usable folds to compare the {lower} with logistic regression</source>
        <translation>Muy pocas particiones utilizables para comparar {lower} con la regresión logística</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Demasiados niveles de enlaces simbólicos</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>Total loss (epoch 0 = 1)</source>
        <translation>Pérdida total (época 0 = 1)</translation>
    </message>
    <message>
        <source>Total rain, mm</source>
        <translation>Lluvia total, mm</translation>
    </message>
    <message>
        <source>Trained networks cannot be checked against base-attentive in Keras ({why}), so none is kept; run "Set up modelling environment" with action Create to make a complete one, or train without networks</source>
        <translation>Las redes entrenadas no se pueden comprobar con base-attentive en Keras ({why}), así que no se guarda ninguna; ejecute "Set up modelling environment" con la acción Crear para hacer uno completo, o entrene sin redes</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>Curvas de entrenamiento</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Training data, SHA-256</source>
        <translation>Datos de entrenamiento, SHA-256</translation>
    </message>
    <message>
        <source>Training diverged at a learning rate of {learning_rate}: weights are not finite after epoch {_epoch}; lower LEARNING_RATE</source>
        <translation>El entrenamiento divergió con una tasa de aprendizaje de {learning_rate}: los pesos no son finitos tras la época {_epoch}; baje LEARNING_RATE</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>Ajustes del entrenamiento</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Desencadenante</translation>
    </message>
    <message>
        <source>Trigger column {name} holds {value}; allowed: {low} to {high}{value2}</source>
        <translation>La columna de desencadenante {name} contiene {value}; se admite: de {low} a {high}{value2}</translation>
    </message>
    <message>
        <source>Trigger column {name} is not known; allowed: {value}</source>
        <translation>No se conoce la columna de desencadenante {name}; se admite: {value}</translation>
    </message>
    <message>
        <source>Trigger scenarios: {value}</source>
        <translation>Escenarios desencadenantes: {value}</translation>
    </message>
    <message>
        <source>Trigger scenarios: {value}; {words}</source>
        <translation>Escenarios desencadenantes: {value}; {words}</translation>
    </message>
    <message>
        <source>Triggers and scenarios: the model was trained without a scenario table ('Trigger scenarios (file)').</source>
        <translation>Desencadenantes y escenarios: el modelo se entrenó sin tabla de escenarios ('Trigger scenarios (file)').</translation>
    </message>
    <message>
        <source>Triggers are the same in every cell</source>
        <translation>Los desencadenantes son iguales en todas las celdas</translation>
    </message>
    <message>
        <source>Triggers differ from cell to cell</source>
        <translation>Los desencadenantes difieren de celda a celda</translation>
    </message>
    <message>
        <source>Triggers outside the training</source>
        <translation>Desencadenantes fuera del entrenamiento</translation>
    </message>
    <message>
        <source>Triggers that differ from cell to cell have no band of a fit; leave the ends of the rain's band out, or give a scenario table of numbers</source>
        <translation>Los desencadenantes que difieren de celda a celda no tienen banda de ajuste; omita los extremos de la banda de la lluvia o indique una tabla de escenarios con números</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Tasa de verdaderos positivos</translation>
    </message>
    <message>
        <source>Two maps have the same path; give each a path of its own</source>
        <translation>Dos mapas tienen la misma ruta; dé a cada uno la suya</translation>
    </message>
    <message>
        <source>Two maps on the same landslides</source>
        <translation>Dos mapas con los mismos deslizamientos</translation>
    </message>
    <message>
        <source>Two-layer perceptron (64-64) with logit Pf</source>
        <translation>Perceptrón de dos capas (64-64) con logit Pf</translation>
    </message>
    <message>
        <source>Typical cell of class</source>
        <translation>Celda típica de la clase</translation>
    </message>
    <message>
        <source>T{longest_period_yr} is over {LONGEST_EXTRAPOLATION} times the {years} years of {name}: it is extrapolated far</source>
        <translation>T{longest_period_yr} es más de {LONGEST_EXTRAPOLATION} veces los {years} años de {name}: se extrapola mucho</translation>
    </message>
    <message>
        <source>UNITS: no units are given</source>
        <translation>UNITS: no se indican unidades</translation>
    </message>
    <message>
        <source>UTC_OFFSET is {utc_offset_h}, but the times of {name} have their zone beside them; leave it at 0</source>
        <translation>UTC_OFFSET es {utc_offset_h}, pero los tiempos de {name} llevan su zona consigo; déjelo en 0</translation>
    </message>
    <message>
        <source>UTM zones reach from latitude {UTM_LIMITS_DEG} to {UTM_LIMITS_DEG2}, the DEM lies at {latitude_deg}; reproject it to a polar grid in metres (Warp), then run again</source>
        <translation>Las zonas UTM van de la latitud {UTM_LIMITS_DEG} a {UTM_LIMITS_DEG2} y el MDE está en {latitude_deg}; reproyéctelo a una malla polar en metros (Combar) y ejecute de nuevo</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Incertidumbre</translation>
    </message>
    <message>
        <source>Uncertainty and agreement</source>
        <translation>Incertidumbre y concordancia</translation>
    </message>
    <message>
        <source>Undated inventory</source>
        <translation>Inventario sin fechas</translation>
    </message>
    <message>
        <source>Undated inventory without a slope-stability prior: nothing tells the scenarios apart, so their maps will hardly differ</source>
        <translation>Inventario sin fechas y sin estimación previa de la estabilidad: nada distingue los escenarios, así que sus mapas apenas diferirán</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Unit weight</source>
        <translation>Peso unitario</translation>
    </message>
    <message>
        <source>Unit {number} is in several pieces</source>
        <translation>La unidad {number} está en varias piezas</translation>
    </message>
    <message>
        <source>Unknown model {value}; allowed: {value2}</source>
        <translation>Modelo desconocido {value}; se admite: {value2}</translation>
    </message>
    <message>
        <source>Unknown training setting {value}; known: {value2}</source>
        <translation>Ajuste de entrenamiento desconocido {value}; se conocen: {value2}</translation>
    </message>
    <message>
        <source>Unstable by the model only</source>
        <translation>Inestable solo según el modelo</translation>
    </message>
    <message>
        <source>Unstable by the physics only</source>
        <translation>Inestable solo según la física</translation>
    </message>
    <message>
        <source>Up to {most} m</source>
        <translation>Hasta {most} m</translation>
    </message>
    <message>
        <source>Upwards: mean {value} over stable ground.</source>
        <translation>Hacia arriba: media de {value} sobre el terreno estable.</translation>
    </message>
    <message>
        <source>VARIABLE is not set, and {name} has {has}; give the one that is rain</source>
        <translation>VARIABLE no está definido, y {name} tiene {has}; indique la que es lluvia</translation>
    </message>
    <message>
        <source>VARIABLE is {variable}, and {name} is no NetCDF file; leave it empty for bands</source>
        <translation>VARIABLE es {variable}, y {name} no es un archivo NetCDF; déjelo vacío si son bandas</translation>
    </message>
    <message>
        <source>VARIABLE: {name} has no {variable}; it has {value}</source>
        <translation>VARIABLE: {name} no tiene {variable}; tiene {value}</translation>
    </message>
    <message>
        <source>Validation: {VALIDATION}</source>
        <translation>Validación: {VALIDATION}</translation>
    </message>
    <message>
        <source>Validation: {get}, {folds} folds x {_repeats}, seed {get2}{value}. Encoders, model and threshold are fitted within the training folds. The fit is on the model's own training data and flatters every model; random folds flatter because neighbours of a test sample are in training.</source>
        <translation>Validación: {get}, {folds} particiones x {_repeats}, semilla {get2}{value}. Codificadores, modelo y umbral se ajustan dentro de las particiones de entrenamiento. El ajuste es sobre los propios datos de entrenamiento y halaga a todo modelo; las particiones al azar halagan porque los vecinos de una muestra de prueba están en el entrenamiento.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Values are</source>
        <translation>Los valores son</translation>
    </message>
    <message>
        <source>Values are a relative intensity, r / (1 + r), where r is the density of landslides in means of the area that the model was trained on: 0.5 is that mean. They are no probabilities, and no share of the area corrects them</source>
        <translation>Los valores son una intensidad relativa, r / (1 + r), donde r es la densidad de deslizamientos en medias del área de entrenamiento del modelo: 0.5 es esa media. No son probabilidades, y ninguna proporción del área los corrige</translation>
    </message>
    <message>
        <source>Values of every factor at the samples: left and orange, landslides; right and blue, stable places. Box: quarter, median and three quarters; whiskers: 5th and 95th percentile. Classes and directions: share of the samples of each kind in percent. Factors that enter the model as logarithms have a logarithmic axis.</source>
        <translation>Valores de cada factor en las muestras: izquierda y naranja, deslizamientos; derecha y azul, lugares estables. Caja: cuartil, mediana y tercer cuartil; bigotes: percentiles 5 y 95. Clases y direcciones: proporción de las muestras de cada tipo en porcentaje. Los factores que entran al modelo como logaritmos tienen eje logarítmico.</translation>
    </message>
    <message>
        <source>Values of {name} in the table of scores do not rise; write the lowest first</source>
        <translation>Los valores de {name} en la tabla de puntuaciones no crecen; escriba primero el menor</translation>
    </message>
    <message>
        <source>Values {value} need an array (..., {names}), got {shape}</source>
        <translation>Los valores {value} necesitan una matriz (..., {names}); hay {shape}</translation>
    </message>
    <message>
        <source>Van Genuchten's alpha</source>
        <translation>Alfa de Van Genuchten</translation>
    </message>
    <message>
        <source>Van Genuchten's n</source>
        <translation>n de Van Genuchten</translation>
    </message>
    <message>
        <source>Variogram of what the model leaves unexplained</source>
        <translation>Variograma de lo que el modelo deja sin explicar</translation>
    </message>
    <message>
        <source>Vegetation index (NDVI)</source>
        <translation>Índice de vegetación (NDVI)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Verdict: {verdict}</source>
        <translation>Veredicto: {verdict}</translation>
    </message>
    <message>
        <source>Versions and hashes</source>
        <translation>Versiones y sumas de control</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>Muy baja</translation>
    </message>
    <message>
        <source>Void ratio</source>
        <translation>Relación de vacíos</translation>
    </message>
    <message>
        <source>Votes of 10</source>
        <translation>Votos de 10</translation>
    </message>
    <message>
        <source>Votes of the families, of ten: {told}</source>
        <translation>Votos de las familias, de diez: {told}</translation>
    </message>
    <message>
        <source>Votes of the stacked means</source>
        <translation>Votos de las medias apiladas</translation>
    </message>
    <message>
        <source>WINDOW is {window_h} h and STEP_H {step_h} h; give a window that is a whole number of steps</source>
        <translation>WINDOW es {window_h} h y STEP_H {step_h} h; indique una ventana que sea un número entero de pasos</translation>
    </message>
    <message>
        <source>WINDOW is {window_h} h, and {name} holds the last {window_h2} h; give a shorter window</source>
        <translation>WINDOW es {window_h} h, y {name} contiene las últimas {window_h2} h; indique una ventana más corta</translation>
    </message>
    <message>
        <source>WINDOW is {window_h} h, no whole number of the steps of {step_h} h in {name}</source>
        <translation>WINDOW es {window_h} h, que no es un número entero de los pasos de {step_h} h de {name}</translation>
    </message>
    <message>
        <source>Warning: {line}</source>
        <translation>Advertencia: {line}</translation>
    </message>
    <message>
        <source>Warning: {nearest_class_cells} cells of unseen categories have the nearest known class</source>
        <translation>Advertencia: {nearest_class_cells} celdas de categorías no vistas tienen la clase conocida más cercana</translation>
    </message>
    <message>
        <source>Warning: {outside_cells} cells have triggers outside the range of the training</source>
        <translation>Advertencia: {outside_cells} celdas tienen desencadenantes fuera del rango del entrenamiento</translation>
    </message>
    <message>
        <source>Warning: {unseen_category_cells} cells have a category the model has not seen</source>
        <translation>Advertencia: {unseen_category_cells} celdas tienen una categoría que el modelo no vio</translation>
    </message>
    <message>
        <source>Warnings and limits</source>
        <translation>Advertencias y límites</translation>
    </message>
    <message>
        <source>Water content</source>
        <translation>Contenido de agua</translation>
    </message>
    <message>
        <source>Water table</source>
        <translation>Nivel freático</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Weight: {METHODS}. Area: {counted}. C / s(C) is the contrast over its standard error; within 2 of 0 it may be chance.</source>
        <translation>Peso: {METHODS}. Área: {counted}. C / s(C) es el contraste entre su error típico; a menos de 2 de 0 puede ser azar.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Weights and scores name other factors: {value}</source>
        <translation>Pesos y puntuaciones nombran factores distintos: {value}</translation>
    </message>
    <message>
        <source>Weights must be 0 or more, and one of them above 0</source>
        <translation>Los pesos deben ser 0 o más, y uno de ellos mayor que 0</translation>
    </message>
    <message>
        <source>Weights were given, not compared in pairs</source>
        <translation>Los pesos se dieron, no se compararon por pares</translation>
    </message>
    <message>
        <source>West</source>
        <translation>Oeste</translation>
    </message>
    <message>
        <source>What each class holds</source>
        <translation>Qué contiene cada clase</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué sirve</translation>
    </message>
    <message>
        <source>What it listens to</source>
        <translation>A qué atiende</translation>
    </message>
    <message>
        <source>What its probabilities mean</source>
        <translation>Qué significan sus probabilidades</translation>
    </message>
    <message>
        <source>What not to conclude</source>
        <translation>Lo que no se debe concluir</translation>
    </message>
    <message>
        <source>What precision would be in the area is not told: its landslide share is not known to the model.</source>
        <translation>Cuál sería la precisión en el área no se dice: el modelo no conoce su proporción de deslizamientos.</translation>
    </message>
    <message>
        <source>What the model leans on</source>
        <translation>En qué se apoya el modelo</translation>
    </message>
    <message>
        <source>What the values would be for design: these hold for cells of this size over this area, not for a slope.</source>
        <translation>Qué valores servirían para diseño: estos valen para celdas de este tamaño en esta área, no para una ladera.</translation>
    </message>
    <message>
        <source>What this cannot know</source>
        <translation>Lo que esto no puede saber</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>What was not given</source>
        <translation>Lo que no se dio</translation>
    </message>
    <message>
        <source>What was not given, and what follows from it</source>
        <translation>Lo que no se dio, y qué se sigue de ello</translation>
    </message>
    <message>
        <source>What {members} add to the log odds</source>
        <translation>Lo que {members} añaden al logaritmo de la razón de probabilidades</translation>
    </message>
    <message>
        <source>What-if rain, step ending {moment}</source>
        <translation>Lluvia hipotética, paso que termina en {moment}</translation>
    </message>
    <message>
        <source>Where depths agree needs the raster of the depth the model looks at; give it too</source>
        <translation>Dónde concuerdan las profundidades necesita el ráster de la profundidad que mira el modelo; indíquelo también</translation>
    </message>
    <message>
        <source>Where few sets are accepted, more are drawn near them, and weighed for it.</source>
        <translation>Donde se aceptan pocos conjuntos, se sortean más cerca de ellos, y se ponderan por ello.</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>Where landslides were is told by LABEL_FIELD or by INVENTORY: give one of them, {value}</source>
        <translation>Dónde hubo deslizamientos lo dice LABEL_FIELD o INVENTORY: indique uno de ellos, {value}</translation>
    </message>
    <message>
        <source>Where the landslides tell nothing of a value it stands as it came. Not site data.</source>
        <translation>Donde los deslizamientos no dicen nada de un valor, queda como vino. No son datos del sitio.</translation>
    </message>
    <message>
        <source>Whether these landslides took part in making the map was not said. If they did, the figures tell how well it was fitted, not how well it predicts.</source>
        <translation>No se dijo si estos deslizamientos participaron en hacer el mapa. Si lo hicieron, las cifras dicen cuán bien se ajustó, no cuán bien predice.</translation>
    </message>
    <message>
        <source>Which end of a map is dangerous was given or is told by its metadata; it is not taken from the landslides.</source>
        <translation>Qué extremo de un mapa es peligroso se indicó o lo dicen sus metadatos; no se toma de los deslizamientos.</translation>
    </message>
    <message>
        <source>Whole catchment</source>
        <translation>Cuenca entera</translation>
    </message>
    <message>
        <source>With the slope-stability prior (lambda {weight}) minus without it: {mean} AUROC over spatial folds (95 % interval {low} to {high}): {verdict} ({reach}); the prior {earned}</source>
        <translation>Con la estimación previa de la estabilidad (lambda {weight}) menos sin ella: {mean} AUROC en particiones espaciales (intervalo del 95 % de {low} a {high}): {verdict} ({reach}); la estimación previa {earned}</translation>
    </message>
    <message>
        <source>Without a landslide probability a year, which would claim too much: {reason}</source>
        <translation>Sin probabilidad anual de deslizamiento, que afirmaría demasiado: {reason}</translation>
    </message>
    <message>
        <source>Without one of {folds} parts of the storms {rows} landslides are left for a threshold, which needs {FEWEST}; give fewer CV_FOLDS, or more landslides</source>
        <translation>Sin una de {folds} partes de las tormentas quedan {rows} deslizamientos para un umbral, que necesita {FEWEST}; indique menos CV_FOLDS, o más deslizamientos</translation>
    </message>
    <message>
        <source>Without the probability raster nothing says how many were expected.</source>
        <translation>Sin el ráster de probabilidad nada dice cuántos se esperaban.</translation>
    </message>
    <message>
        <source>Without them no factor is left that varies over the samples</source>
        <translation>Sin ellos no queda ningún factor que varíe en las muestras</translation>
    </message>
    <message>
        <source>Workers died over and over on one tile: {error}</source>
        <translation>Los trabajadores cayeron una y otra vez en una tesela: {error}</translation>
    </message>
    <message>
        <source>X_FIELD and Y_FIELD belong together; give both or none</source>
        <translation>X_FIELD e Y_FIELD van juntos; indique ambos o ninguno</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>Archivos ZIP (*.zip)</translation>
    </message>
    <message>
        <source>ZONES {name} holds no polygons; choose a layer of polygons</source>
        <translation>ZONES {name} no contiene polígonos; elija una capa de polígonos</translation>
    </message>
    <message>
        <source>Zevenbergen and Thorne</source>
        <translation>Zevenbergen y Thorne</translation>
    </message>
    <message>
        <source>Zoning</source>
        <translation>Zonificación</translation>
    </message>
    <message>
        <source>Zoning statement</source>
        <translation>Declaración de zonificación</translation>
    </message>
    <message>
        <source>Zoning type</source>
        <translation>Tipo de zonificación</translation>
    </message>
    <message>
        <source>a CSV table</source>
        <translation>una tabla CSV</translation>
    </message>
    <message>
        <source>a DEM or another raster</source>
        <translation>un MDE u otro ráster</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>un archivo ZIP</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>una constante</translation>
    </message>
    <message>
        <source>a date, and the dates of the landslides</source>
        <translation>una fecha, y las fechas de los deslizamientos</translation>
    </message>
    <message>
        <source>a factor</source>
        <translation>un factor</translation>
    </message>
    <message>
        <source>a factor, as field {value}</source>
        <translation>un factor, como el campo {value}</translation>
    </message>
    <message>
        <source>a feature is refused</source>
        <translation>se rechaza un objeto</translation>
    </message>
    <message>
        <source>a field of the inventory</source>
        <translation>un campo del inventario</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un archivo</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>una carpeta</translation>
    </message>
    <message>
        <source>a landslide share of the area</source>
        <translation>una proporción de deslizamientos en el área</translation>
    </message>
    <message>
        <source>a layer</source>
        <translation>una capa</translation>
    </message>
    <message>
        <source>a number with a decimal point, such as 0.5</source>
        <translation>un número con punto decimal, como 0.5</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>a profile, table or raster gives the cohesion</source>
        <translation>un perfil, una tabla o un ráster da la cohesión</translation>
    </message>
    <message>
        <source>a profile, table or raster gives the friction angle</source>
        <translation>un perfil, una tabla o un ráster da el ángulo de fricción</translation>
    </message>
    <message>
        <source>a raster</source>
        <translation>un ráster</translation>
    </message>
    <message>
        <source>a raster gives the root cohesion</source>
        <translation>un ráster da la cohesión de raíces</translation>
    </message>
    <message>
        <source>a relative intensity is no probability</source>
        <translation>una intensidad relativa no es una probabilidad</translation>
    </message>
    <message>
        <source>a relative intensity, r / (1 + r) with r in means of the area of the training (0.5 is that mean)</source>
        <translation>una intensidad relativa, r / (1 + r) con r en medias del área del entrenamiento (0.5 es esa media)</translation>
    </message>
    <message>
        <source>a shapefile</source>
        <translation>un shapefile</translation>
    </message>
    <message>
        <source>a share of units with landslides</source>
        <translation>una proporción de unidades con deslizamientos</translation>
    </message>
    <message>
        <source>a single frame, that of {first}</source>
        <translation>un solo cuadro, el de {first}</translation>
    </message>
    <message>
        <source>a soil profile</source>
        <translation>un perfil de suelo</translation>
    </message>
    <message>
        <source>a spreadsheet</source>
        <translation>una hoja de cálculo</translation>
    </message>
    <message>
        <source>a stable place</source>
        <translation>un lugar estable</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>un documento de texto</translation>
    </message>
    <message>
        <source>a total that runs on</source>
        <translation>un total que sigue sumando</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>una página web</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a, or the figure</source>
        <translation>a, o la cifra</translation>
    </message>
    <message>
        <source>additive model (GAM) with ridge {ridge} (held-out log loss {best}; linear {best2})</source>
        <translation>modelo aditivo (GAM) con regularización {ridge} (pérdida logarítmica reservada {best}; lineal {best2})</translation>
    </message>
    <message>
        <source>all depths alike</source>
        <translation>todas las profundidades iguales</translation>
    </message>
    <message>
        <source>all factors</source>
        <translation>todos los factores</translation>
    </message>
    <message>
        <source>all members</source>
        <translation>todos los miembros</translation>
    </message>
    <message>
        <source>all other cells</source>
        <translation>todas las demás celdas</translation>
    </message>
    <message>
        <source>all_touched or one_point</source>
        <translation>all_touched u one_point</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>un dibujo SVG</translation>
    </message>
    <message>
        <source>an index from -1 to 1 (numbers of MODIS are multiplied by 0.0001)</source>
        <translation>un índice de -1 a 1 (los números de MODIS se multiplican por 0.0001)</translation>
    </message>
    <message>
        <source>analytic hierarchy process</source>
        <translation>proceso analítico jerárquico</translation>
    </message>
    <message>
        <source>and not both</source>
        <translation>y no ambos</translation>
    </message>
    <message>
        <source>annual maxima</source>
        <translation>máximos anuales</translation>
    </message>
    <message>
        <source>another CRS</source>
        <translation>otro SRC</translation>
    </message>
    <message>
        <source>another cell</source>
        <translation>otra celda</translation>
    </message>
    <message>
        <source>another order of rows or columns</source>
        <translation>otro orden de filas o columnas</translation>
    </message>
    <message>
        <source>another quantity</source>
        <translation>otra magnitud</translation>
    </message>
    <message>
        <source>antecedent wetness</source>
        <translation>humedad antecedente</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>cualquier número</translation>
    </message>
    <message>
        <source>arable land</source>
        <translation>tierra de cultivo</translation>
    </message>
    <message>
        <source>are on the mean's side of the threshold</source>
        <translation>están del lado de la media respecto al umbral</translation>
    </message>
    <message>
        <source>are walls</source>
        <translation>son muros</translation>
    </message>
    <message>
        <source>area</source>
        <translation>área</translation>
    </message>
    <message>
        <source>area rate</source>
        <translation>tasa por área</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>como antes</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>como se dio</translation>
    </message>
    <message>
        <source>as in the table</source>
        <translation>como en la tabla</translation>
    </message>
    <message>
        <source>as said</source>
        <translation>según lo indicado</translation>
    </message>
    <message>
        <source>assessed</source>
        <translation>evaluado</translation>
    </message>
    <message>
        <source>at least {minimum}</source>
        <translation>al menos {minimum}</translation>
    </message>
    <message>
        <source>at most {maximum}</source>
        <translation>como mucho {maximum}</translation>
    </message>
    <message>
        <source>at or above</source>
        <translation>en o por encima de</translation>
    </message>
    <message>
        <source>at or below</source>
        <translation>en o por debajo de</translation>
    </message>
    <message>
        <source>average</source>
        <translation>por la media</translation>
    </message>
    <message>
        <source>band {value}</source>
        <translation>banda {value}</translation>
    </message>
    <message>
        <source>being made; removed when it is complete</source>
        <translation>en curso; se elimina cuando está completo</translation>
    </message>
    <message>
        <source>below {limits}</source>
        <translation>menos de {limits}</translation>
    </message>
    <message>
        <source>bends of the success-rate curve</source>
        <translation>quiebres de la curva de tasa de éxito</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>bilineal</translation>
    </message>
    <message>
        <source>bivariate statistics</source>
        <translation>estadística bivariante</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>por su nombre</translation>
    </message>
    <message>
        <source>by their number</source>
        <translation>según su número</translation>
    </message>
    <message>
        <source>by {maps}</source>
        <translation>por {maps}</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>calibradas</translation>
    </message>
    <message>
        <source>calibrated on {inventory}: {value}</source>
        <translation>calibrado con {inventory}: {value}</translation>
    </message>
    <message>
        <source>categorical, since it holds text ({names} classes)</source>
        <translation>categórico, porque contiene texto ({names} clases)</translation>
    </message>
    <message>
        <source>cell size {cell_width} x {cell_height} instead of {cell} x {cell2}</source>
        <translation>tamaño de celda {cell_width} x {cell_height} en lugar de {cell} x {cell2}</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>celdas</translation>
    </message>
    <message>
        <source>cells called</source>
        <translation>celdas señaladas</translation>
    </message>
    <message>
        <source>cells judged and called</source>
        <translation>celdas evaluadas y señaladas</translation>
    </message>
    <message>
        <source>cells of the area</source>
        <translation>celdas del área</translation>
    </message>
    <message>
        <source>check scale, legend and text of the sheet before it is handed over</source>
        <translation>compruebe escala, leyenda y texto de la hoja antes de entregarla</translation>
    </message>
    <message>
        <source>check slope, strength and rain of the prior, or choose to train without the physics term</source>
        <translation>compruebe la pendiente, la resistencia y la lluvia de la estimación previa, o entrene sin el término físico</translation>
    </message>
    <message>
        <source>choose another model where probabilities are asked</source>
        <translation>elija otro modelo donde se pidan probabilidades</translation>
    </message>
    <message>
        <source>classes 1 to 5</source>
        <translation>clases 1 a 5</translation>
    </message>
    <message>
        <source>clay shale</source>
        <translation>lutita arcillosa</translation>
    </message>
    <message>
        <source>cliff, model not valid</source>
        <translation>acantilado, el modelo no vale</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>código {code}</translation>
    </message>
    <message>
        <source>cohesion</source>
        <translation>cohesión</translation>
    </message>
    <message>
        <source>columns of the samples</source>
        <translation>columnas de las muestras</translation>
    </message>
    <message>
        <source>compiled kernels, by {python}</source>
        <translation>núcleos compilados, con {python}</translation>
    </message>
    <message>
        <source>compute FS</source>
        <translation>compute FS</translation>
    </message>
    <message>
        <source>conditioning factors, a described band each</source>
        <translation>factores condicionantes, una banda descrita cada uno</translation>
    </message>
    <message>
        <source>conformal set</source>
        <translation>conjunto conforme</translation>
    </message>
    <message>
        <source>continuous, though it holds {few} whole numbers; if these are codes, name it in CATEGORICAL</source>
        <translation>continuo, aunque contiene {few} números enteros; si son códigos, nómbrelo en CATEGORICAL</translation>
    </message>
    <message>
        <source>coverage asked for {coverage}</source>
        <translation>cobertura pedida {coverage}</translation>
    </message>
    <message>
        <source>coverage asked for {value} %</source>
        <translation>cobertura pedida del {value} %</translation>
    </message>
    <message>
        <source>critical depth</source>
        <translation>profundidad crítica</translation>
    </message>
    <message>
        <source>critical layer, from 1</source>
        <translation>capa crítica, desde 1</translation>
    </message>
    <message>
        <source>curves that no process explains ask for other factors: {trainensemble} without them</source>
        <translation>las curvas que ningún proceso explica piden otros factores: {trainensemble} sin ellos</translation>
    </message>
    <message>
        <source>cut by the edge</source>
        <translation>cortada por el borde</translation>
    </message>
    <message>
        <source>dated</source>
        <translation>con fechas</translation>
    </message>
    <message>
        <source>dates not stated</source>
        <translation>fechas no declaradas</translation>
    </message>
    <message>
        <source>debris flow</source>
        <translation>flujo de detritos</translation>
    </message>
    <message>
        <source>debris slide</source>
        <translation>deslizamiento de detritos</translation>
    </message>
    <message>
        <source>declares {declared}</source>
        <translation>declara {declared}</translation>
    </message>
    <message>
        <source>deep learning</source>
        <translation>aprendizaje profundo</translation>
    </message>
    <message>
        <source>deepest</source>
        <translation>mayor</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>grados</translation>
    </message>
    <message>
        <source>depth of the water table before the rain</source>
        <translation>profundidad del nivel freático antes de la lluvia</translation>
    </message>
    <message>
        <source>depth to bedrock</source>
        <translation>profundidad de la roca</translation>
    </message>
    <message>
        <source>depths are positive downwards</source>
        <translation>las profundidades son positivas hacia abajo</translation>
    </message>
    <message>
        <source>design storm</source>
        <translation>tormenta de diseño</translation>
    </message>
    <message>
        <source>dict[str, Any]</source>
        <translation>no se dice</translation>
    </message>
    <message>
        <source>distance to faults</source>
        <translation>distancia a fallas</translation>
    </message>
    <message>
        <source>distance to rivers</source>
        <translation>distancia a ríos</translation>
    </message>
    <message>
        <source>distance to roads</source>
        <translation>distancia a carreteras</translation>
    </message>
    <message>
        <source>distance: no lines are given</source>
        <translation>distancia: no se dan líneas</translation>
    </message>
    <message>
        <source>divide the depth of the storm by its hours (raster calculator)</source>
        <translation>divida la lámina de la tormenta entre sus horas (calculadora ráster)</translation>
    </message>
    <message>
        <source>does not beat </source>
        <translation>no supera a </translation>
    </message>
    <message>
        <source>does not beat {name}</source>
        <translation>no supera a {name}</translation>
    </message>
    <message>
        <source>does not declare it</source>
        <translation>no lo declara</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>drenan</translation>
    </message>
    <message>
        <source>early warning</source>
        <translation>alerta temprana</translation>
    </message>
    <message>
        <source>earthquake</source>
        <translation>sismo</translation>
    </message>
    <message>
        <source>east</source>
        <translation>este</translation>
    </message>
    <message>
        <source>elements at risk</source>
        <translation>elementos en riesgo</translation>
    </message>
    <message>
        <source>elevation</source>
        <translation>elevación</translation>
    </message>
    <message>
        <source>elevation and relief (give 'DEM')</source>
        <translation>elevación y relieve (indique 'DEM')</translation>
    </message>
    <message>
        <source>embedding {embed_dim}, hidden {hidden_units}, batch {batch_size}, {epochs} epochs at a rate of {learning_rate}, dropout {dropout}</source>
        <translation>inmersión {embed_dim}, oculta {hidden_units}, lote {batch_size}, {epochs} épocas a una tasa de {learning_rate}, abandono {dropout}</translation>
    </message>
    <message>
        <source>empty values</source>
        <translation>valores vacíos</translation>
    </message>
    <message>
        <source>equal area</source>
        <translation>áreas iguales</translation>
    </message>
    <message>
        <source>equal areas</source>
        <translation>áreas iguales</translation>
    </message>
    <message>
        <source>error: {__name__}: {error}</source>
        <translation>error: {__name__}: {error}</translation>
    </message>
    <message>
        <source>every patch is kept</source>
        <translation>se conserva cada mancha</translation>
    </message>
    <message>
        <source>exit code {code}</source>
        <translation>código de salida {code}</translation>
    </message>
    <message>
        <source>expert index</source>
        <translation>índice experto</translation>
    </message>
    <message>
        <source>expert judgement, not validated</source>
        <translation>juicio experto, no validado</translation>
    </message>
    <message>
        <source>extent of the DEM</source>
        <translation>extensión del MDE</translation>
    </message>
    <message>
        <source>extent shifted by up to {max} cells</source>
        <translation>extensión desplazada hasta {max} celdas</translation>
    </message>
    <message>
        <source>factor of safety</source>
        <translation>factor de seguridad</translation>
    </message>
    <message>
        <source>factor of safety (give 'Factor of safety')</source>
        <translation>factor de seguridad (indique 'Factor of safety')</translation>
    </message>
    <message>
        <source>factor of safety of each layer</source>
        <translation>factor de seguridad de cada capa</translation>
    </message>
    <message>
        <source>factor of safety, a band a scenario</source>
        <translation>factor de seguridad, una banda por escenario</translation>
    </message>
    <message>
        <source>factor {human_name} is in {unit}</source>
        <translation>el factor {human_name} está en {unit}</translation>
    </message>
    <message>
        <source>factors</source>
        <translation>factores</translation>
    </message>
    <message>
        <source>failure plane</source>
        <translation>plano de rotura</translation>
    </message>
    <message>
        <source>farthest from lines missing</source>
        <translation>faltan los más lejanos a líneas</translation>
    </message>
    <message>
        <source>feature selection</source>
        <translation>selección de factores</translation>
    </message>
    <message>
        <source>features {shown}{value}</source>
        <translation>objetos {shown}{value}</translation>
    </message>
    <message>
        <source>fewer than {FEWEST} samples have a held-out probability</source>
        <translation>menos de {FEWEST} muestras tienen probabilidad reservada</translation>
    </message>
    <message>
        <source>field checks</source>
        <translation>comprobaciones de campo</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>rellenas</translation>
    </message>
    <message>
        <source>fit (own training data)</source>
        <translation>ajuste (propios datos de entrenamiento)</translation>
    </message>
    <message>
        <source>fit {number}</source>
        <translation>ajuste {number}</translation>
    </message>
    <message>
        <source>fit {number} above spatial folds</source>
        <translation>ajuste {number} por encima de las particiones espaciales</translation>
    </message>
    <message>
        <source>five classes of equal area; their limits are taken from this map, so they are not comparable between maps</source>
        <translation>cinco clases de igual área; sus límites se toman de este mapa, así que no son comparables entre mapas</translation>
    </message>
    <message>
        <source>five classes of susceptibility, 1 very low to 5 very high, 0 no data</source>
        <translation>cinco clases de susceptibilidad, 1 muy baja a 5 muy alta, 0 sin datos</translation>
    </message>
    <message>
        <source>fixed limits</source>
        <translation>límites fijos</translation>
    </message>
    <message>
        <source>flat, not assessed by physics</source>
        <translation>plano, no evaluado por la física</translation>
    </message>
    <message>
        <source>flow accumulation</source>
        <translation>acumulación de flujo</translation>
    </message>
    <message>
        <source>folds matched to the distances of the map</source>
        <translation>particiones emparejadas con las distancias del mapa</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>pronóstico</translation>
    </message>
    <message>
        <source>frequency ratio</source>
        <translation>razón de frecuencias</translation>
    </message>
    <message>
        <source>frequency ratio less 1</source>
        <translation>razón de frecuencias menos 1</translation>
    </message>
    <message>
        <source>friction</source>
        <translation>fricción</translation>
    </message>
    <message>
        <source>from {names} to {names2}</source>
        <translation>de {names} a {names2}</translation>
    </message>
    <message>
        <source>fuzzy AND: the smallest score</source>
        <translation>Y difuso: la puntuación menor</translation>
    </message>
    <message>
        <source>fuzzy OR: the largest score</source>
        <translation>O difuso: la puntuación mayor</translation>
    </message>
    <message>
        <source>fuzzy algebraic sum of the scores</source>
        <translation>suma algebraica difusa de las puntuaciones</translation>
    </message>
    <message>
        <source>fuzzy gamma of the scores</source>
        <translation>gamma difuso de las puntuaciones</translation>
    </message>
    <message>
        <source>fuzzy product of the scores</source>
        <translation>producto difuso de las puntuaciones</translation>
    </message>
    <message>
        <source>gave no cell</source>
        <translation>no dieron celda</translation>
    </message>
    <message>
        <source>give 'DEM' and 'Factor rasters'</source>
        <translation>indique 'DEM' y 'Factor rasters'</translation>
    </message>
    <message>
        <source>give both rasters of 'Map susceptibility/uncertainty'</source>
        <translation>indique ambos rásteres de 'Map susceptibility/uncertainty'</translation>
    </message>
    <message>
        <source>give the raster of 'Map susceptibility/uncertainty'</source>
        <translation>indique el ráster de 'Map susceptibility/uncertainty'</translation>
    </message>
    <message>
        <source>given: {value}</source>
        <translation>dado: {value}</translation>
    </message>
    <message>
        <source>goes through QGIS's proxy {value}</source>
        <translation>pasa por el proxy de QGIS {value}</translation>
    </message>
    <message>
        <source>gradient boosting</source>
        <translation>potenciación del gradiente</translation>
    </message>
    <message>
        <source>grid cell of {round} m</source>
        <translation>celda de malla de {round} m</translation>
    </message>
    <message>
        <source>has earned its weight</source>
        <translation>se ha ganado su peso</translation>
    </message>
    <message>
        <source>has no {value}</source>
        <translation>no tiene {value}</translation>
    </message>
    <message>
        <source>has not earned its weight here</source>
        <translation>aquí no se ha ganado su peso</translation>
    </message>
    <message>
        <source>has the unit {stored}, none of rain that is known</source>
        <translation>tiene la unidad {stored}, que no es de lluvia conocida</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>reservado</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>hold no cell centre and gave no sample</source>
        <translation>no contienen ningún centro de celda y no dieron muestra</translation>
    </message>
    <message>
        <source>holds {low} to {high}, but is {words}</source>
        <translation>contiene de {low} a {high}, pero es {words}</translation>
    </message>
    <message>
        <source>holds {value}</source>
        <translation>contiene {value}</translation>
    </message>
    <message>
        <source>holds {value} in {count} cells, a usual mark of no-data, but {_but}</source>
        <translation>contiene {value} en {count} celdas, una marca habitual de sin datos, pero {_but}</translation>
    </message>
    <message>
        <source>horn</source>
        <translation>horn</translation>
    </message>
    <message>
        <source>in percent (SLOPE_UNIT=percent)</source>
        <translation>en porcentaje (SLOPE_UNIT=percent)</translation>
    </message>
    <message>
        <source>infinite slope</source>
        <translation>ladera infinita</translation>
    </message>
    <message>
        <source>information value</source>
        <translation>valor de información</translation>
    </message>
    <message>
        <source>information value: logarithm of the frequency ratio</source>
        <translation>valor de información: logaritmo de la razón de frecuencias</translation>
    </message>
    <message>
        <source>inventory</source>
        <translation>inventario</translation>
    </message>
    <message>
        <source>inventory (give 'Landslide inventory')</source>
        <translation>inventario (indique 'Landslide inventory')</translation>
    </message>
    <message>
        <source>inverse analysis</source>
        <translation>análisis inverso</translation>
    </message>
    <message>
        <source>is not shown to beat </source>
        <translation>no se muestra que supere a </translation>
    </message>
    <message>
        <source>is not shown to beat {name}</source>
        <translation>no se muestra que supere a {name}</translation>
    </message>
    <message>
        <source>is said to be in {said}, which is no unit of rain</source>
        <translation>se indica en {said}, que no es una unidad de lluvia</translation>
    </message>
    <message>
        <source>is there a network, and room on the disk?</source>
        <translation>¿hay red, y sitio en el disco?</translation>
    </message>
    <message>
        <source>it belongs to INFILTRATION=green_ampt</source>
        <translation>corresponde a INFILTRATION=green_ampt</translation>
    </message>
    <message>
        <source>it belongs to PORE_PRESSURE=ru</source>
        <translation>corresponde a PORE_PRESSURE=ru</translation>
    </message>
    <message>
        <source>it belongs to PORE_PRESSURE=transient</source>
        <translation>corresponde a PORE_PRESSURE=transient</translation>
    </message>
    <message>
        <source>it belongs to PORE_PRESSURE=transient or unsaturated</source>
        <translation>corresponde a PORE_PRESSURE=transient o unsaturated</translation>
    </message>
    <message>
        <source>it belongs to PORE_PRESSURE=water_table_depth without a WATER_TABLE_RASTER</source>
        <translation>corresponde a PORE_PRESSURE=water_table_depth sin WATER_TABLE_RASTER</translation>
    </message>
    <message>
        <source>it belongs to PROBABILITY_METHOD=sampling, with an output that needs the probability</source>
        <translation>corresponde a PROBABILITY_METHOD=sampling, con una salida que necesite la probabilidad</translation>
    </message>
    <message>
        <source>it belongs to WATER_TABLE_START=recharge</source>
        <translation>corresponde a WATER_TABLE_START=recharge</translation>
    </message>
    <message>
        <source>it belongs to a DEM_ERROR above 0, with an output that needs the probability</source>
        <translation>corresponde a un DEM_ERROR mayor que 0, con una salida que necesite la probabilidad</translation>
    </message>
    <message>
        <source>it belongs to laws that raise a water table</source>
        <translation>corresponde a leyes que suben un nivel freático</translation>
    </message>
    <message>
        <source>it belongs to the laws of a water table</source>
        <translation>corresponde a las leyes de un nivel freático</translation>
    </message>
    <message>
        <source>it belongs to van Genuchten's soil</source>
        <translation>corresponde al suelo de van Genuchten</translation>
    </message>
    <message>
        <source>it cannot be negative</source>
        <translation>no puede ser negativo</translation>
    </message>
    <message>
        <source>it chooses columns of a soil table</source>
        <translation>elige columnas de una tabla de suelos</translation>
    </message>
    <message>
        <source>it does not hold {kind}</source>
        <translation>no contiene {kind}</translation>
    </message>
    <message>
        <source>it found nothing to add to its base</source>
        <translation>no encontró nada que añadir a su base</translation>
    </message>
    <message>
        <source>it goes round from 0 to 360</source>
        <translation>da la vuelta de 0 a 360</translation>
    </message>
    <message>
        <source>it has a palette</source>
        <translation>tiene una paleta</translation>
    </message>
    <message>
        <source>it has class names</source>
        <translation>tiene nombres de clases</translation>
    </message>
    <message>
        <source>it has no factor of safety anywhere</source>
        <translation>no tiene factor de seguridad en ninguna parte</translation>
    </message>
    <message>
        <source>it has no value at any sample or extra cell</source>
        <translation>no tiene valor en ninguna muestra ni celda adicional</translation>
    </message>
    <message>
        <source>it has values at too few samples; both landslides and stable samples must lie where it was assessed</source>
        <translation>tiene valores en muy pocas muestras; deslizamientos y muestras estables deben estar donde se evaluó</translation>
    </message>
    <message>
        <source>it holds a number of {digits} digits</source>
        <translation>contiene un número de {digits} cifras</translation>
    </message>
    <message>
        <source>it holds {count} whole numbers</source>
        <translation>contiene {count} números enteros</translation>
    </message>
    <message>
        <source>it holds {word}, which is no number</source>
        <translation>contiene {word}, que no es un número</translation>
    </message>
    <message>
        <source>it is longer than any record</source>
        <translation>es más largo que cualquier registro</translation>
    </message>
    <message>
        <source>it is probably in percent</source>
        <translation>probablemente está en porcentaje</translation>
    </message>
    <message>
        <source>it is probably no-data that was not declared; say it (NODATA)</source>
        <translation>probablemente es sin datos no declarado; dígalo (NODATA)</translation>
    </message>
    <message>
        <source>it needs at least two return periods; the scenario table has {value}</source>
        <translation>necesita al menos dos períodos de retorno; la tabla de escenarios tiene {value}</translation>
    </message>
    <message>
        <source>it says how far rain raises a water table, how fast pressure spreads without DIFFUSIVITY, and how fast a contributing area grows</source>
        <translation>dice cuánto sube la lluvia un nivel freático, con qué rapidez se extiende la presión sin DIFFUSIVITY, y con qué rapidez crece un área de drenaje</translation>
    </message>
    <message>
        <source>it unpacks to more than any model has</source>
        <translation>al descomprimirse ocupa más que cualquier modelo</translation>
    </message>
    <message>
        <source>its best epoch was {best_epoch}</source>
        <translation>su mejor época fue {best_epoch}</translation>
    </message>
    <message>
        <source>its days are taken as stamped where they begin, unless STAMPED says otherwise</source>
        <translation>sus días se toman como marcados en su comienzo, si STAMPED no dice otra cosa</translation>
    </message>
    <message>
        <source>its members</source>
        <translation>sus miembros</translation>
    </message>
    <message>
        <source>its metadata call it {quantity}</source>
        <translation>sus metadatos lo llaman {quantity}</translation>
    </message>
    <message>
        <source>its metadata name no quantity</source>
        <translation>sus metadatos no nombran magnitud</translation>
    </message>
    <message>
        <source>its probability of failure hardly varies (P95 - P5 = {value}, at least {SMALLEST_SPREAD} is needed)</source>
        <translation>su probabilidad de rotura apenas varía (P95 - P5 = {value}, hace falta al menos {SMALLEST_SPREAD})</translation>
    </message>
    <message>
        <source>its stamps are taken as ends of steps, unless STAMPED says otherwise</source>
        <translation>sus marcas se toman como finales de pasos, si STAMPED no dice otra cosa</translation>
    </message>
    <message>
        <source>its stamps are the {said} of a step, as was said</source>
        <translation>sus marcas se toman según STAMPED={said}, como se indicó</translation>
    </message>
    <message>
        <source>k-means spatial folds</source>
        <translation>particiones espaciales por k-medias</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>se conservan</translation>
    </message>
    <message>
        <source>killed by {name}{value}</source>
        <translation>terminado por {name}{value}</translation>
    </message>
    <message>
        <source>known (AUROC {independent_auroc} against the area)</source>
        <translation>conocido (AUROC {independent_auroc} frente al área)</translation>
    </message>
    <message>
        <source>known (mean standard deviation {spread} over models that lack landslides)</source>
        <translation>conocido (desviación típica media {spread} sobre modelos a los que les faltan deslizamientos)</translation>
    </message>
    <message>
        <source>lambda {lambda}, {form}</source>
        <translation>lambda {lambda}, {form}</translation>
    </message>
    <message>
        <source>land cover</source>
        <translation>cobertura del suelo</translation>
    </message>
    <message>
        <source>landslide</source>
        <translation>deslizamiento</translation>
    </message>
    <message>
        <source>landslide cells</source>
        <translation>celdas de deslizamiento</translation>
    </message>
    <message>
        <source>landslide probability a year</source>
        <translation>probabilidad anual de deslizamiento</translation>
    </message>
    <message>
        <source>landslide probability a year from the year's largest storm of that duration, low and high</source>
        <translation>probabilidad anual de deslizamiento por la mayor tormenta del año de esa duración, baja y alta</translation>
    </message>
    <message>
        <source>landslide samples</source>
        <translation>muestras de deslizamiento</translation>
    </message>
    <message>
        <source>landslide susceptibility</source>
        <translation>susceptibilidad a deslizamientos</translation>
    </message>
    <message>
        <source>landslides</source>
        <translation>deslizamientos</translation>
    </message>
    <message>
        <source>landslides among the samples</source>
        <translation>deslizamientos entre las muestras</translation>
    </message>
    <message>
        <source>landslides are not more frequent where its probability of failure is higher (a = 0)</source>
        <translation>los deslizamientos no son más frecuentes donde su probabilidad de rotura es mayor (a = 0)</translation>
    </message>
    <message>
        <source>landslides are taken to hold a small part of it, as their share is not known</source>
        <translation>se supone que los deslizamientos ocupan una parte pequeña de él, pues no se conoce su proporción</translation>
    </message>
    <message>
        <source>landslides hold {value} % of it</source>
        <translation>los deslizamientos ocupan el {value} % de él</translation>
    </message>
    <message>
        <source>landslides of {name} cover {value} % of it or more</source>
        <translation>deslizamientos de {name} cubren el {value} % de ella o más</translation>
    </message>
    <message>
        <source>landslides per cell</source>
        <translation>deslizamientos por celda</translation>
    </message>
    <message>
        <source>landslides per cell, one vote each</source>
        <translation>deslizamientos por celda, un voto cada uno</translation>
    </message>
    <message>
        <source>landslides {landslide}, stable {stable}; both or neither {undecided}</source>
        <translation>deslizamientos {landslide}, estables {stable}; ambos o ninguno {undecided}</translation>
    </message>
    <message>
        <source>largest density</source>
        <translation>densidad máxima</translation>
    </message>
    <message>
        <source>largest scale {scale_words}</source>
        <translation>escala máxima {scale_words}</translation>
    </message>
    <message>
        <source>leading uncertain input, code</source>
        <translation>entrada incierta principal, código</translation>
    </message>
    <message>
        <source>leave one event out</source>
        <translation>se reserva un evento por turno</translation>
    </message>
    <message>
        <source>leave one region out</source>
        <translation>se reserva una región por turno</translation>
    </message>
    <message>
        <source>leave one value of a field out</source>
        <translation>se reserva un valor de un campo por turno</translation>
    </message>
    <message>
        <source>legacy form, one depth</source>
        <translation>forma antigua, una profundidad</translation>
    </message>
    <message>
        <source>length_km {kind}</source>
        <translation>length_km {kind}</translation>
    </message>
    <message>
        <source>less log loss</source>
        <translation>menos pérdida logarítmica</translation>
    </message>
    <message>
        <source>lies {where}</source>
        <translation>está {where}</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>líneas</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>pérdida logarítmica</translation>
    </message>
    <message>
        <source>log10 of the area</source>
        <translation>log10 del área</translation>
    </message>
    <message>
        <source>log10, standardised</source>
        <translation>log10, tipificado</translation>
    </message>
    <message>
        <source>logarithm</source>
        <translation>logaritmo</translation>
    </message>
    <message>
        <source>logistic regression</source>
        <translation>regresión logística</translation>
    </message>
    <message>
        <source>logistic regression (held-out log loss {best}; additive {best2})</source>
        <translation>regresión logística (pérdida logarítmica reservada {best}; aditivo {best2})</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>machine learning</source>
        <translation>aprendizaje automático</translation>
    </message>
    <message>
        <source>map</source>
        <translation>mapa</translation>
    </message>
    <message>
        <source>map sheet</source>
        <translation>hoja de mapa</translation>
    </message>
    <message>
        <source>map sheet to print</source>
        <translation>hoja de mapa para imprimir</translation>
    </message>
    <message>
        <source>mapped landslide bodies stand above the classes as class 6; the classes speak of new failures, and say nothing of a body that moves again</source>
        <translation>los cuerpos de deslizamiento cartografiados están sobre las clases como clase 6; las clases hablan de roturas nuevas y nada dicen de un cuerpo que se mueve otra vez</translation>
    </message>
    <message>
        <source>mapping units</source>
        <translation>unidades cartográficas</translation>
    </message>
    <message>
        <source>matched ranks</source>
        <translation>rangos emparejados</translation>
    </message>
    <message>
        <source>mean change {number}</source>
        <translation>cambio medio {number}</translation>
    </message>
    <message>
        <source>members</source>
        <translation>miembros</translation>
    </message>
    <message>
        <source>mend what is named above, then {terrainfactors}</source>
        <translation>corrija lo dicho arriba, luego {terrainfactors}</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>metros</translation>
    </message>
    <message>
        <source>missing at random</source>
        <translation>faltan al azar</translation>
    </message>
    <message>
        <source>missing: {value}</source>
        <translation>faltan: {value}</translation>
    </message>
    <message>
        <source>mm a day</source>
        <translation>mm al día</translation>
    </message>
    <message>
        <source>mm a year</source>
        <translation>mm al año</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>modelling process: {text}</source>
        <translation>proceso de modelado: {text}</translation>
    </message>
    <message>
        <source>more than 10 times</source>
        <translation>más de 10 veces</translation>
    </message>
    <message>
        <source>multiple</source>
        <translation>múltiple</translation>
    </message>
    <message>
        <source>natural breaks</source>
        <translation>cortes naturales</translation>
    </message>
    <message>
        <source>natural breaks of {BINS} bins</source>
        <translation>cortes naturales de {BINS} intervalos</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>por vecino más próximo</translation>
    </message>
    <message>
        <source>needs SciPy, which this QGIS does not have; install it (Debian and Ubuntu: apt install python3-scipy) and start QGIS again</source>
        <translation>necesita SciPy, que este QGIS no tiene; instálelo (Debian y Ubuntu: apt install python3-scipy) e inicie QGIS de nuevo</translation>
    </message>
    <message>
        <source>neither 'Ensemble standard deviation' nor 'Agreement' is given to the report</source>
        <translation>no se dan al informe ni 'Ensemble standard deviation' ni 'Agreement'</translation>
    </message>
    <message>
        <source>neither DEM nor factors are given to the report</source>
        <translation>no se dan al informe ni el MDE ni los factores</translation>
    </message>
    <message>
        <source>neither is given</source>
        <translation>no se indica ninguno</translation>
    </message>
    <message>
        <source>neither landslides nor ground: says nothing</source>
        <translation>ni deslizamientos ni terreno: no dice nada</translation>
    </message>
    <message>
        <source>neural network</source>
        <translation>red neuronal</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no CRS</source>
        <translation>sin SRC</translation>
    </message>
    <message>
        <source>no Python interpreter</source>
        <translation>ningún intérprete de Python</translation>
    </message>
    <message>
        <source>no better than logistic regression as far as can be shown</source>
        <translation>no mejor que la regresión logística, hasta donde se puede mostrar</translation>
    </message>
    <message>
        <source>no colour: not assessed (flat, cliff, no data)</source>
        <translation>sin color: no evaluado (plano, acantilado, sin datos)</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>no se muestra diferencia</translation>
    </message>
    <message>
        <source>no factor</source>
        <translation>ningún factor</translation>
    </message>
    <message>
        <source>no factor at all</source>
        <translation>ningún factor en absoluto</translation>
    </message>
    <message>
        <source>no factor is named slope</source>
        <translation>ningún factor se llama slope</translation>
    </message>
    <message>
        <source>no factor of safety was given at training</source>
        <translation>no se dio factor de seguridad en el entrenamiento</translation>
    </message>
    <message>
        <source>no facts of the rasters were gathered</source>
        <translation>no se reunieron datos de los rásteres</translation>
    </message>
    <message>
        <source>no fields</source>
        <translation>sin campos</translation>
    </message>
    <message>
        <source>no folder of models compared is given</source>
        <translation>no se da ninguna carpeta de modelos comparados</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>sin geometría</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>sin intervalo</translation>
    </message>
    <message>
        <source>no interval from one fold</source>
        <translation>sin intervalo con una sola partición</translation>
    </message>
    <message>
        <source>no kind</source>
        <translation>sin tipo</translation>
    </message>
    <message>
        <source>no landslide: half a one is counted</source>
        <translation>sin deslizamiento: se cuenta medio</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>no output that needs the probability of failure (PROBABILITY, RELIABILITY, LEADING) is asked for</source>
        <translation>no se pide ninguna salida que necesite la probabilidad de rotura (PROBABILITY, RELIABILITY, LEADING)</translation>
    </message>
    <message>
        <source>no place for files</source>
        <translation>no es lugar para archivos</translation>
    </message>
    <message>
        <source>no probability of failure is given</source>
        <translation>no se da probabilidad de rotura</translation>
    </message>
    <message>
        <source>no rain enters the soil from above under this law</source>
        <translation>con esta ley no entra lluvia al suelo desde arriba</translation>
    </message>
    <message>
        <source>no rain enters the soil under this law</source>
        <translation>con esta ley no entra lluvia al suelo</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>ninguna fila</translation>
    </message>
    <message>
        <source>no soil cover</source>
        <translation>sin cobertura de suelo</translation>
    </message>
    <message>
        <source>no soil profile</source>
        <translation>sin perfil de suelo</translation>
    </message>
    <message>
        <source>no stable ground: half a cell or sample is counted</source>
        <translation>sin terreno estable: se cuenta media celda o muestra</translation>
    </message>
    <message>
        <source>no storm without landslides was given, so P is that of a storm that triggered landslides</source>
        <translation>no se dio ninguna tormenta sin deslizamientos, así que P es la de una tormenta que desencadenó deslizamientos</translation>
    </message>
    <message>
        <source>no stream</source>
        <translation>sin cauce</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>no es texto</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>sin unidad</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sin valor</translation>
    </message>
    <message>
        <source>no value in {value}</source>
        <translation>sin valor en {value}</translation>
    </message>
    <message>
        <source>no variable over time and place</source>
        <translation>cero variables con tiempo y lugar</translation>
    </message>
    <message>
        <source>no water flows in from upslope</source>
        <translation>no entra agua de ladera arriba</translation>
    </message>
    <message>
        <source>no weight of {value}</source>
        <translation>ningún peso de {value}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>none of {total} held-out samples is</source>
        <translation>ninguna de {total} muestras reservadas está</translation>
    </message>
    <message>
        <source>north</source>
        <translation>norte</translation>
    </message>
    <message>
        <source>not applied, since the log loss does not fall by more than a standard error</source>
        <translation>no aplicada, porque la pérdida logarítmica no baja en más de un error típico</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegido</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no se encuentra</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no se da</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>not known; give an inventory of later landslides. Spatial folds of one inventory are not its independent test</source>
        <translation>no se conoce; indique un inventario de deslizamientos posteriores. Las particiones espaciales de un inventario no son su prueba independiente</translation>
    </message>
    <message>
        <source>not known; let landslides be missing at random, and repeat it</source>
        <translation>no se conoce; haga que falten deslizamientos al azar, y repítalo</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>no se declara</translation>
    </message>
    <message>
        <source>not stated by the inventory</source>
        <translation>no lo declara el inventario</translation>
    </message>
    <message>
        <source>not stated: check that the inventory holds one type</source>
        <translation>no se declara: compruebe que el inventario contiene un solo tipo</translation>
    </message>
    <message>
        <source>not stated: no model was given to this sheet</source>
        <translation>no se declara: no se dio modelo a esta hoja</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no se dice</translation>
    </message>
    <message>
        <source>not validated: no observed depths of failure</source>
        <translation>no validado: no hay profundidades de rotura observadas</translation>
    </message>
    <message>
        <source>nothing says otherwise</source>
        <translation>nada dice otra cosa</translation>
    </message>
    <message>
        <source>of the cells</source>
        <translation>de las celdas</translation>
    </message>
    <message>
        <source>of the extent of the units lies</source>
        <translation>de la extensión de las unidades está</translation>
    </message>
    <message>
        <source>of the map lies</source>
        <translation>del mapa está</translation>
    </message>
    <message>
        <source>of {value}</source>
        <translation>de {value}</translation>
    </message>
    <message>
        <source>on its grid</source>
        <translation>en su malla</translation>
    </message>
    <message>
        <source>on the grid of the DEM</source>
        <translation>en la malla del MDE</translation>
    </message>
    <message>
        <source>on wetness and shaking as in the scenarios</source>
        <translation>con humedad y sismo como en los escenarios</translation>
    </message>
    <message>
        <source>one column a class</source>
        <translation>una columna por clase</translation>
    </message>
    <message>
        <source>one of {value}</source>
        <translation>uno de {value}</translation>
    </message>
    <message>
        <source>other factors</source>
        <translation>otros factores</translation>
    </message>
    <message>
        <source>outside the DEM</source>
        <translation>fuera del MDE</translation>
    </message>
    <message>
        <source>outside the area of applicability: unlike the training data</source>
        <translation>fuera del área de aplicabilidad: distinto de los datos de entrenamiento</translation>
    </message>
    <message>
        <source>outside the training</source>
        <translation>fuera del entrenamiento</translation>
    </message>
    <message>
        <source>over 0.8</source>
        <translation>más de 0.8</translation>
    </message>
    <message>
        <source>over 1.5</source>
        <translation>más de 1.5</translation>
    </message>
    <message>
        <source>over 100</source>
        <translation>más de 100</translation>
    </message>
    <message>
        <source>over 3</source>
        <translation>más de 3</translation>
    </message>
    <message>
        <source>over 45</source>
        <translation>más de 45</translation>
    </message>
    <message>
        <source>over {_metres}</source>
        <translation>más de {_metres}</translation>
    </message>
    <message>
        <source>p at the</source>
        <translation>p en el</translation>
    </message>
    <message>
        <source>partial dependence</source>
        <translation>dependencia parcial</translation>
    </message>
    <message>
        <source>patches under {least_cells} cells went to the largest zone beside them, which changed the class of {value} % of the cells</source>
        <translation>las manchas de menos de {least_cells} celdas pasaron a la mayor zona vecina, lo que cambió la clase del {value} % de las celdas</translation>
    </message>
    <message>
        <source>per mille</source>
        <translation>por mil</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>porcentaje</translation>
    </message>
    <message>
        <source>physics: its part by the slope-stability prior; </source>
        <translation>física: su parte según la estimación previa de la estabilidad; </translation>
    </message>
    <message>
        <source>pip {value}</source>
        <translation>pip {value}</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>polígonos</translation>
    </message>
    <message>
        <source>pore pressure</source>
        <translation>presión de poros</translation>
    </message>
    <message>
        <source>pore water pressure: {law}</source>
        <translation>presión de agua de poros: {law}</translation>
    </message>
    <message>
        <source>positional accuracy</source>
        <translation>exactitud posicional</translation>
    </message>
    <message>
        <source>prediction rate</source>
        <translation>tasa de predicción</translation>
    </message>
    <message>
        <source>probabilities from 0 to 1</source>
        <translation>probabilidades de 0 a 1</translation>
    </message>
    <message>
        <source>probability of failure</source>
        <translation>probabilidad de rotura</translation>
    </message>
    <message>
        <source>probability of failure by slope stability, a band a scenario</source>
        <translation>probabilidad de rotura por estabilidad de laderas, una banda por escenario</translation>
    </message>
    <message>
        <source>probability, a band a scenario</source>
        <translation>probabilidad, una banda por escenario</translation>
    </message>
    <message>
        <source>probably better</source>
        <translation>probablemente mejor</translation>
    </message>
    <message>
        <source>probably worse</source>
        <translation>probablemente peor</translation>
    </message>
    <message>
        <source>proxy of no kind</source>
        <translation>un proxy sin tipo</translation>
    </message>
    <message>
        <source>put the cell in the class of the mean</source>
        <translation>ponen la celda en la clase de la media</translation>
    </message>
    <message>
        <source>python3-venv may be missing</source>
        <translation>puede que falte python3-venv</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>lluvia</translation>
    </message>
    <message>
        <source>rain cell</source>
        <translation>celda de lluvia</translation>
    </message>
    <message>
        <source>rain intensity</source>
        <translation>intensidad de lluvia</translation>
    </message>
    <message>
        <source>rain return period at which P passes the threshold</source>
        <translation>período de retorno de la lluvia en que P supera el umbral</translation>
    </message>
    <message>
        <source>rain since the day began</source>
        <translation>lluvia desde el comienzo del día</translation>
    </message>
    <message>
        <source>rain that did not fall ({assumed})</source>
        <translation>lluvia que no cayó ({assumed})</translation>
    </message>
    <message>
        <source>rain that does not enter the soil</source>
        <translation>lluvia que no entra al suelo</translation>
    </message>
    <message>
        <source>rain that fell</source>
        <translation>lluvia que cayó</translation>
    </message>
    <message>
        <source>random folds</source>
        <translation>particiones al azar</translation>
    </message>
    <message>
        <source>random folds were not asked for at training ('Random folds beside the spatial ones')</source>
        <translation>no se pidieron particiones al azar en el entrenamiento ('Random folds beside the spatial ones')</translation>
    </message>
    <message>
        <source>random folds {number}</source>
        <translation>particiones al azar {number}</translation>
    </message>
    <message>
        <source>random folds {number} above spatial ones</source>
        <translation>particiones al azar {number} por encima de las espaciales</translation>
    </message>
    <message>
        <source>random forest</source>
        <translation>bosque aleatorio</translation>
    </message>
    <message>
        <source>rank correlation {rank_correlation}</source>
        <translation>correlación de rangos {rank_correlation}</translation>
    </message>
    <message>
        <source>reaches beyond the DEM</source>
        <translation>sobresale del MDE</translation>
    </message>
    <message>
        <source>read failed</source>
        <translation>falló la lectura</translation>
    </message>
    <message>
        <source>read the report, then {printlayout}; {validatemap} with an inventory that was not trained on</source>
        <translation>lea el informe, luego {printlayout}; {validatemap} con un inventario que no participó en el entrenamiento</translation>
    </message>
    <message>
        <source>read what the report says of the model's limits, then {printlayout}</source>
        <translation>lea lo que el informe dice de los límites del modelo, luego {printlayout}</translation>
    </message>
    <message>
        <source>reason code</source>
        <translation>código de motivo</translation>
    </message>
    <message>
        <source>relative intensity</source>
        <translation>intensidad relativa</translation>
    </message>
    <message>
        <source>relative intensity of landslides</source>
        <translation>intensidad relativa de deslizamientos</translation>
    </message>
    <message>
        <source>release area</source>
        <translation>área de desprendimiento</translation>
    </message>
    <message>
        <source>release areas</source>
        <translation>áreas de desprendimiento</translation>
    </message>
    <message>
        <source>release height</source>
        <translation>altura de desprendimiento</translation>
    </message>
    <message>
        <source>reliability index</source>
        <translation>índice de fiabilidad</translation>
    </message>
    <message>
        <source>report</source>
        <translation>informe</translation>
    </message>
    <message>
        <source>report on the bundle of the network ensemble</source>
        <translation>haga el informe del paquete del conjunto de redes</translation>
    </message>
    <message>
        <source>return period</source>
        <translation>período de retorno</translation>
    </message>
    <message>
        <source>road</source>
        <translation>carretera</translation>
    </message>
    <message>
        <source>row {number}</source>
        <translation>fila {number}</translation>
    </message>
    <message>
        <source>run 'Compare models' with 'Model bundles' and give that folder and 'Factor rasters' (and the 'Soil profile raster') to the report</source>
        <translation>ejecute 'Compare models' con 'Model bundles' y dé esa carpeta y 'Factor rasters' (y 'Soil profile raster') al informe</translation>
    </message>
    <message>
        <source>saturated share of the soil depth</source>
        <translation>proporción saturada del espesor del suelo</translation>
    </message>
    <message>
        <source>say DEPTH_UNIT=cm or mm, or DEPTH_UNIT=m if it is right</source>
        <translation>indique DEPTH_UNIT=cm o mm, o DEPTH_UNIT=m si es correcto</translation>
    </message>
    <message>
        <source>says no unit</source>
        <translation>no dice unidad</translation>
    </message>
    <message>
        <source>scale 1 : {SCALE_HERE}</source>
        <translation>escala 1 : {SCALE_HERE}</translation>
    </message>
    <message>
        <source>scenario table</source>
        <translation>tabla de escenarios</translation>
    </message>
    <message>
        <source>scored on {count} fold{value}: {value2}</source>
        <translation>puntuado en {count} particiones: {value2}</translation>
    </message>
    <message>
        <source>settings and times of the study</source>
        <translation>ajustes y tiempos del estudio</translation>
    </message>
    <message>
        <source>shaking</source>
        <translation>sacudida</translation>
    </message>
    <message>
        <source>shallowest</source>
        <translation>menor</translation>
    </message>
    <message>
        <source>share of area</source>
        <translation>proporción del área</translation>
    </message>
    <message>
        <source>share of the members that give the class of the mean</source>
        <translation>proporción de los miembros que dan la clase de la media</translation>
    </message>
    <message>
        <source>shares of the landslides of an inventory</source>
        <translation>proporciones de los deslizamientos de un inventario</translation>
    </message>
    <message>
        <source>shortest t at which p</source>
        <translation>el menor t en que p</translation>
    </message>
    <message>
        <source>signal {value}</source>
        <translation>señal {value}</translation>
    </message>
    <message>
        <source>since {how}</source>
        <translation>porque {how}</translation>
    </message>
    <message>
        <source>sine and cosine</source>
        <translation>seno y coseno</translation>
    </message>
    <message>
        <source>size {rows} x {cols} instead of {rows2} x {cols2} (rows x columns)</source>
        <translation>tamaño {rows} x {cols} en lugar de {rows2} x {cols2} (filas x columnas)</translation>
    </message>
    <message>
        <source>size: the inventory holds no polygons</source>
        <translation>tamaño: el inventario no contiene polígonos</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>slope alone</source>
        <translation>solo la pendiente</translation>
    </message>
    <message>
        <source>slope method {get}, depressions {value}, holes {value2}, flow {flow_method}, exponent {flow_exponent}, curvature of level cells {value3}, streams from {stream_area_km2} km2, position radius {position_radius_cells} cells, sediment transport exponents {area_exponent} and {slope_exponent}</source>
        <translation>método de pendiente {get}, depresiones {value}, huecos {value2}, flujo {flow_method}, exponente {flow_exponent}, curvatura de celdas llanas {value3}, cauces desde {stream_area_km2} km2, radio de posición {position_radius_cells} celdas, exponentes de transporte de sedimento {area_exponent} y {slope_exponent}</translation>
    </message>
    <message>
        <source>slope units</source>
        <translation>unidades de ladera</translation>
    </message>
    <message>
        <source>smallest missing</source>
        <translation>faltan los menores</translation>
    </message>
    <message>
        <source>soil depth</source>
        <translation>espesor del suelo</translation>
    </message>
    <message>
        <source>soil or water data missing</source>
        <translation>faltan datos de suelo o de agua</translation>
    </message>
    <message>
        <source>soil parameters</source>
        <translation>parámetros del suelo</translation>
    </message>
    <message>
        <source>soil profile</source>
        <translation>perfil de suelo</translation>
    </message>
    <message>
        <source>soil slip</source>
        <translation>deslizamiento superficial</translation>
    </message>
    <message>
        <source>soil thickness</source>
        <translation>espesor del suelo</translation>
    </message>
    <message>
        <source>south</source>
        <translation>sur</translation>
    </message>
    <message>
        <source>spatial folds</source>
        <translation>particiones espaciales</translation>
    </message>
    <message>
        <source>spatial folds of square blocks</source>
        <translation>particiones espaciales de bloques cuadrados</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>estable</translation>
    </message>
    <message>
        <source>stable places</source>
        <translation>lugares estables</translation>
    </message>
    <message>
        <source>stable places of the inventory</source>
        <translation>lugares estables del inventario</translation>
    </message>
    <message>
        <source>stable rows</source>
        <translation>filas estables</translation>
    </message>
    <message>
        <source>stable sample</source>
        <translation>muestra estable</translation>
    </message>
    <message>
        <source>stable samples</source>
        <translation>muestras estables</translation>
    </message>
    <message>
        <source>stable samples, by the ground that they stand for</source>
        <translation>muestras estables, según el terreno que representan</translation>
    </message>
    <message>
        <source>standard deviation of the members' probabilities</source>
        <translation>desviación típica de las probabilidades de los miembros</translation>
    </message>
    <message>
        <source>standard deviation over families and members</source>
        <translation>desviación típica sobre familias y miembros</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>aún en marcha</translation>
    </message>
    <message>
        <source>storms left out whole</source>
        <translation>tormentas excluidas enteras</translation>
    </message>
    <message>
        <source>success rate</source>
        <translation>tasa de éxito</translation>
    </message>
    <message>
        <source>support vector machine</source>
        <translation>máquina de vectores de soporte</translation>
    </message>
    <message>
        <source>system: {platform}, {machine}</source>
        <translation>sistema: {platform}, {machine}</translation>
    </message>
    <message>
        <source>the DEM</source>
        <translation>el MDE</translation>
    </message>
    <message>
        <source>the best single factor</source>
        <translation>el mejor factor único</translation>
    </message>
    <message>
        <source>the bundle keeps no confusion counts</source>
        <translation>el paquete no guarda recuentos de confusión</translation>
    </message>
    <message>
        <source>the bundle keeps no losses</source>
        <translation>el paquete no guarda pérdidas</translation>
    </message>
    <message>
        <source>the bundle keeps no reliability curve</source>
        <translation>el paquete no guarda curva de fiabilidad</translation>
    </message>
    <message>
        <source>the bundle keeps no samples</source>
        <translation>el paquete no guarda muestras</translation>
    </message>
    <message>
        <source>the codes of the map</source>
        <translation>los códigos del mapa</translation>
    </message>
    <message>
        <source>the course of a storm does not matter under this law</source>
        <translation>con esta ley el curso de una tormenta no importa</translation>
    </message>
    <message>
        <source>the course of a storm matters for transient and unsaturated infiltration and for Green and Ampt, where no hyetographs give it</source>
        <translation>el curso de una tormenta importa para la infiltración transitoria y no saturada y para Green y Ampt, donde ningún hietograma lo da</translation>
    </message>
    <message>
        <source>the cut points of the raster's model</source>
        <translation>los puntos de corte del modelo del ráster</translation>
    </message>
    <message>
        <source>the events of the dated landslides, physics</source>
        <translation>los eventos de los deslizamientos fechados, la física</translation>
    </message>
    <message>
        <source>the events that brought them</source>
        <translation>los eventos que los trajeron</translation>
    </message>
    <message>
        <source>the family of models, </source>
        <translation>la familia de modelos, </translation>
    </message>
    <message>
        <source>the file says when its steps begin and end</source>
        <translation>el archivo dice cuándo comienzan y terminan sus pasos</translation>
    </message>
    <message>
        <source>the folder {folder}</source>
        <translation>la carpeta {folder}</translation>
    </message>
    <message>
        <source>the form of this run</source>
        <translation>la forma de esta ejecución</translation>
    </message>
    <message>
        <source>the four limits</source>
        <translation>los cuatro límites</translation>
    </message>
    <message>
        <source>the index of pip's settings</source>
        <translation>el índice de los ajustes de pip</translation>
    </message>
    <message>
        <source>the index {without_user}</source>
        <translation>el índice {without_user}</translation>
    </message>
    <message>
        <source>the landslide share of the area</source>
        <translation>la proporción de deslizamientos del área</translation>
    </message>
    <message>
        <source>the landslides</source>
        <translation>los deslizamientos</translation>
    </message>
    <message>
        <source>the landslides tell nothing of it</source>
        <translation>los deslizamientos no dicen nada de ello</translation>
    </message>
    <message>
        <source>the landslides tell {value}</source>
        <translation>los deslizamientos dicen {value}</translation>
    </message>
    <message>
        <source>the largest storm of a year has a return period of one year or longer; the scenario table begins with {names}, leave shorter ones out of it</source>
        <translation>la mayor tormenta de un año tiene un período de retorno de un año o más; la tabla de escenarios empieza con {names}, quite de ella los menores</translation>
    </message>
    <message>
        <source>the limits given</source>
        <translation>los límites dados</translation>
    </message>
    <message>
        <source>the limits of {name} do not rise</source>
        <translation>los límites de {name} no crecen</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>el modelo</translation>
    </message>
    <message>
        <source>the model gives a relative intensity, which is no probability; train one of the other models</source>
        <translation>el modelo da una intensidad relativa, que no es una probabilidad; entrene uno de los otros modelos</translation>
    </message>
    <message>
        <source>the model was trained without a soil profile</source>
        <translation>el modelo se entrenó sin perfil de suelo</translation>
    </message>
    <message>
        <source>the model was trained without trigger scenarios</source>
        <translation>el modelo se entrenó sin escenarios desencadenantes</translation>
    </message>
    <message>
        <source>the model's landslides have no events</source>
        <translation>los deslizamientos del modelo no tienen eventos</translation>
    </message>
    <message>
        <source>the model's probabilities follow the share of landslides among its samples</source>
        <translation>las probabilidades del modelo siguen la proporción de deslizamientos entre sus muestras</translation>
    </message>
    <message>
        <source>the model's threshold {threshold} is less than that away from the probability</source>
        <translation>el umbral del modelo {threshold} dista menos que eso de la probabilidad</translation>
    </message>
    <message>
        <source>the model, to map other areas with; card.html says what it is</source>
        <translation>el modelo, para cartografiar otras áreas; card.html dice qué es</translation>
    </message>
    <message>
        <source>the prior</source>
        <translation>la estimación previa</translation>
    </message>
    <message>
        <source>the profile or table gives the unit weights</source>
        <translation>el perfil o la tabla da los pesos unitarios</translation>
    </message>
    <message>
        <source>the profile or table has depths of its own (SOIL_DEPTH_LIMIT cuts them)</source>
        <translation>el perfil o la tabla tiene profundidades propias (SOIL_DEPTH_LIMIT las corta)</translation>
    </message>
    <message>
        <source>the rain has steps that end from {moment_words} to {moment_words2}</source>
        <translation>la lluvia tiene pasos que terminan de {moment_words} a {moment_words2}</translation>
    </message>
    <message>
        <source>the rain of each step</source>
        <translation>la lluvia de cada paso</translation>
    </message>
    <message>
        <source>the rain's band</source>
        <translation>la banda de la lluvia</translation>
    </message>
    <message>
        <source>the raster</source>
        <translation>el ráster</translation>
    </message>
    <message>
        <source>the report: how good the map is, and its limits</source>
        <translation>el informe: cuán bueno es el mapa, y sus límites</translation>
    </message>
    <message>
        <source>the share of the area below each of the four limits</source>
        <translation>la proporción del área por debajo de cada uno de los cuatro límites</translation>
    </message>
    <message>
        <source>the share of {among}, {value} %</source>
        <translation>la proporción de {among}, {value} %</translation>
    </message>
    <message>
        <source>the sign of FS - 1 is asked for, but no factor of safety is given</source>
        <translation>se pide el signo de FS - 1, pero no se da factor de seguridad</translation>
    </message>
    <message>
        <source>the slope raster</source>
        <translation>el ráster de pendiente</translation>
    </message>
    <message>
        <source>the soil profile</source>
        <translation>el perfil de suelo</translation>
    </message>
    <message>
        <source>the storms that brought none (in the table of events, or as polygons of the mapped area)</source>
        <translation>las tormentas que no trajeron ninguno (en la tabla de eventos, o como polígonos del área cartografiada)</translation>
    </message>
    <message>
        <source>the target</source>
        <translation>el objetivo</translation>
    </message>
    <message>
        <source>the temporal controller of QGIS, which plays the frames</source>
        <translation>el controlador temporal de QGIS, que reproduce los cuadros</translation>
    </message>
    <message>
        <source>the training's extent</source>
        <translation>la extensión del entrenamiento</translation>
    </message>
    <message>
        <source>the water table before the storm is given, or there is none</source>
        <translation>el nivel freático antes de la tormenta está dado, o no lo hay</translation>
    </message>
    <message>
        <source>the weights of {name} do not fit its classes</source>
        <translation>los pesos de {name} no concuerdan con sus clases</translation>
    </message>
    <message>
        <source>there are no roots</source>
        <translation>no hay raíces</translation>
    </message>
    <message>
        <source>there is no suction</source>
        <translation>no hay succión</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>no hay ninguno</translation>
    </message>
    <message>
        <source>this bundle does not say {value}</source>
        <translation>este paquete no dice {value}</translation>
    </message>
    <message>
        <source>this model has no network</source>
        <translation>este modelo no tiene red</translation>
    </message>
    <message>
        <source>times {factor}</source>
        <translation>por {factor}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>too few usable folds to pair methods</source>
        <translation>muy pocas particiones utilizables para emparejar métodos</translation>
    </message>
    <message>
        <source>train before a date, score after it</source>
        <translation>se entrena antes de una fecha y se puntúa después</translation>
    </message>
    <message>
        <source>train the model again with this version</source>
        <translation>entrene el modelo de nuevo con esta versión</translation>
    </message>
    <message>
        <source>train with 'Trigger scenarios (file)', a table made by 'Build trigger scenarios'</source>
        <translation>entrene con 'Trigger scenarios (file)', una tabla hecha por 'Build trigger scenarios'</translation>
    </message>
    <message>
        <source>train with a 'Factor of safety raster', that of 'Compute factor of safety' (Physics-informed training, Compare models)</source>
        <translation>entrene con 'Factor of safety raster', el de 'Compute factor of safety' (Physics-informed training, Compare models)</translation>
    </message>
    <message>
        <source>train with a 'Soil profile raster', made by 'Build soil depth profile'</source>
        <translation>entrene con 'Soil profile raster', hecho por 'Build soil depth profile'</translation>
    </message>
    <message>
        <source>transient</source>
        <translation>transitoria</translation>
    </message>
    <message>
        <source>trigger scenarios</source>
        <translation>escenarios desencadenantes</translation>
    </message>
    <message>
        <source>trusts the certificate authorities that QGIS trusts</source>
        <translation>confía en las autoridades de certificación en que confía QGIS</translation>
    </message>
    <message>
        <source>types not stated</source>
        <translation>tipos no declarados</translation>
    </message>
    <message>
        <source>uncertainty {value} is in the top {value2} % (from {limit})</source>
        <translation>la incertidumbre {value} está en el {value2} % superior (desde {limit})</translation>
    </message>
    <message>
        <source>under 60 %</source>
        <translation>menos del 60 %</translation>
    </message>
    <message>
        <source>under {numbers}</source>
        <translation>menos de {numbers}</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>uniforme</translation>
    </message>
    <message>
        <source>unit weight</source>
        <translation>peso unitario</translation>
    </message>
    <message>
        <source>unit {value} instead of {value2}</source>
        <translation>unidad {value} en lugar de {value2}</translation>
    </message>
    <message>
        <source>units have a class that the training never saw and are empty</source>
        <translation>unidades tienen una clase que el entrenamiento nunca vio y están vacías</translation>
    </message>
    <message>
        <source>units have a class that the training never saw, mapped as the nearest known one</source>
        <translation>unidades tienen una clase que el entrenamiento nunca vio, cartografiadas como la conocida más cercana</translation>
    </message>
    <message>
        <source>units lack a value in some factor and are empty: not assessed, which is not safe</source>
        <translation>unidades carecen de un valor en algún factor y están vacías: no evaluadas, lo que no es seguro</translation>
    </message>
    <message>
        <source>units lie outside the area of applicability; their probabilities are a guess</source>
        <translation>unidades están fuera del área de aplicabilidad; sus probabilidades son una conjetura</translation>
    </message>
    <message>
        <source>units of {name}: the chance that {presence}</source>
        <translation>unidades de {name}: la posibilidad de que {presence}</translation>
    </message>
    <message>
        <source>units with landslides among those trained on</source>
        <translation>unidades con deslizamientos entre las de entrenamiento</translation>
    </message>
    <message>
        <source>unpack it elsewhere and open study.qgz</source>
        <translation>descomprímalo en otro lugar y abra study.qgz</translation>
    </message>
    <message>
        <source>unsaturated</source>
        <translation>no saturada</translation>
    </message>
    <message>
        <source>use fewer folds or more samples</source>
        <translation>use menos particiones o más muestras</translation>
    </message>
    <message>
        <source>variable selection</source>
        <translation>selección de variables</translation>
    </message>
    <message>
        <source>vegetation index</source>
        <translation>índice de vegetación</translation>
    </message>
    <message>
        <source>visit the places, add what is found to the inventory and train again</source>
        <translation>visite los lugares, añada lo hallado al inventario y entrene de nuevo</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>votos</translation>
    </message>
    <message>
        <source>warping failed</source>
        <translation>falló el remuestreo</translation>
    </message>
    <message>
        <source>water table</source>
        <translation>nivel freático</translation>
    </message>
    <message>
        <source>water-table depth</source>
        <translation>profundidad del nivel freático</translation>
    </message>
    <message>
        <source>weighted overlay</source>
        <translation>superposición ponderada</translation>
    </message>
    <message>
        <source>weighted sum of the scores</source>
        <translation>suma ponderada de las puntuaciones</translation>
    </message>
    <message>
        <source>weights of evidence</source>
        <translation>pesos de evidencia</translation>
    </message>
    <message>
        <source>weights of evidence: W+ of the class</source>
        <translation>pesos de evidencia: W+ de la clase</translation>
    </message>
    <message>
        <source>weights of {value}, which have no scores</source>
        <translation>pesos de {value}, que no tienen puntuaciones</translation>
    </message>
    <message>
        <source>west</source>
        <translation>oeste</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>qué pasaría si</translation>
    </message>
    <message>
        <source>what was found of the layers that the study was made of</source>
        <translation>lo hallado en las capas de las que se hizo el estudio</translation>
    </message>
    <message>
        <source>where and when</source>
        <translation>dónde y cuándo</translation>
    </message>
    <message>
        <source>whether its landslides have events</source>
        <translation>si sus deslizamientos tienen eventos</translation>
    </message>
    <message>
        <source>whether its probabilities are corrected to a landslide share of the area</source>
        <translation>si sus probabilidades están corregidas a una proporción de deslizamientos del área</translation>
    </message>
    <message>
        <source>whether storms without landslides were given</source>
        <translation>si se dieron tormentas sin deslizamientos</translation>
    </message>
    <message>
        <source>whole area</source>
        <translation>toda el área</translation>
    </message>
    <message>
        <source>whole catchment</source>
        <translation>cuenca entera</translation>
    </message>
    <message>
        <source>with landslides</source>
        <translation>con deslizamientos</translation>
    </message>
    <message>
        <source>with {folds} folds, differences from {shows} on show</source>
        <translation>con {folds} particiones se muestran diferencias desde {shows}</translation>
    </message>
    <message>
        <source>within the DEM</source>
        <translation>dentro del MDE</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>write the report with this version</source>
        <translation>escriba el informe con esta versión</translation>
    </message>
    <message>
        <source>x (longitude)</source>
        <translation>x (longitud)</translation>
    </message>
    <message>
        <source>y (latitude)</source>
        <translation>y (latitud)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>yield coefficient</source>
        <translation>coeficiente de aceleración crítica</translation>
    </message>
    <message>
        <source>zonal statistics</source>
        <translation>estadísticas zonales</translation>
    </message>
    <message>
        <source>{AREAS} written to {folder}; see README.txt there</source>
        <translation>{AREAS}: en {folder}; vea README.txt allí</translation>
    </message>
    <message>
        <source>{GetName} cannot be read; the file is damaged or truncated</source>
        <translation>{GetName} no se puede leer; el archivo está dañado o cortado</translation>
    </message>
    <message>
        <source>{KEY} needs {RASTER}; ask for that raster as well</source>
        <translation>{KEY} necesita {RASTER}; pida también ese ráster</translation>
    </message>
    <message>
        <source>{LABEL} (not comparable between maps)</source>
        <translation>{LABEL} (no comparable entre mapas)</translation>
    </message>
    <message>
        <source>{LABEL} is not written: it needs MODEL_DEPTH, the depth the model looks at</source>
        <translation>{LABEL} no se escribe: necesita MODEL_DEPTH, la profundidad que mira el modelo</translation>
    </message>
    <message>
        <source>{LABEL}: {share} % of the mapped cells, {shapes} polygons</source>
        <translation>{LABEL}: {share} % de las celdas cartografiadas, {shapes} polígonos</translation>
    </message>
    <message>
        <source>{MULTIPLES}; no probabilities</source>
        <translation>{MULTIPLES}; no probabilidades</translation>
    </message>
    <message>
        <source>{NAMES} ({_parts}), {factors} factors, {value}, outputs {value2}, identifier {identifier}</source>
        <translation>{NAMES} ({_parts}), {factors} factores, {value}, salidas {value2}, identificador {identifier}</translation>
    </message>
    <message>
        <source>{NAME} has no execute method</source>
        <translation>{NAME} no tiene método execute</translation>
    </message>
    <message>
        <source>{NODATA} names {value}; allowed: the name of a raster file that is given: {value2}</source>
        <translation>{NODATA} nombra {value}; se admite: el nombre de un archivo ráster de los indicados: {value2}</translation>
    </message>
    <message>
        <source>{NO_RUN_OUT}: that is for a model of run-out to say</source>
        <translation>{NO_RUN_OUT}: eso corresponde a un modelo de propagación</translation>
    </message>
    <message>
        <source>{PARAMETER} is for rasters that declare none; {name} declares {declared} and is taken as it is (otherwise {saying})</source>
        <translation>{PARAMETER} es para rásteres que no lo declaran; {name} declara {declared} y se toma como está (si no, {saying})</translation>
    </message>
    <message>
        <source>{PARAMETER}: numbers of {name} that look like marks of no-data are values, as was said</source>
        <translation>{PARAMETER}: los números de {name} que parecen marcas de sin datos son valores, según lo indicado</translation>
    </message>
    <message>
        <source>{PARAMETER}: {FAMILIES} is {found}; allowed: a list of {value}</source>
        <translation>{PARAMETER}: {FAMILIES} es {found}; se admite: una lista de {value}</translation>
    </message>
    <message>
        <source>{PARAMETER}: {marks} in {name} is no-data, as was said: {count} cells, {share} %</source>
        <translation>{PARAMETER}: {marks} en {name} es sin datos, según lo indicado: {count} celdas, {share} %</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} has no "settings", names and values in braces</source>
        <translation>{PARAMETER}: {name} no tiene "settings", nombres y valores entre llaves</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} has version {_json}; this plugin reads version {VERSION}</source>
        <translation>{PARAMETER}: {name} tiene la versión {_json}; este complemento lee la versión {VERSION}</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} is no JSON{line}: {reason}</source>
        <translation>{PARAMETER}: {name} no es JSON{line}: {reason}</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} is no file of settings; a training writes one beside its model</source>
        <translation>{PARAMETER}: {name} no es un archivo de ajustes; un entrenamiento escribe uno junto a su modelo</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} is too large for a file of settings; choose another</source>
        <translation>{PARAMETER}: {name} es demasiado grande para un archivo de ajustes; elija otro</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} is {dumps}; allowed: {allowed}</source>
        <translation>{PARAMETER}: {name} es {dumps}; se admite: {allowed}</translation>
    </message>
    <message>
        <source>{PARAMETER}: {name} sets {key}, which is no setting; the nearest is {nearest}</source>
        <translation>{PARAMETER}: {name} fija {key}, que no es un ajuste; el más parecido es {nearest}</translation>
    </message>
    <message>
        <source>{QGIS_VERSION}, Python {split}</source>
        <translation>{QGIS_VERSION}, Python {split}</translation>
    </message>
    <message>
        <source>{START} of event {event}</source>
        <translation>{START} del evento {event}</translation>
    </message>
    <message>
        <source>{VOTES} votes: {value}</source>
        <translation>{VOTES} votos: {value}</translation>
    </message>
    <message>
        <source>{_begin}Folder {folder} cannot be written to: {value}; choose another output</source>
        <translation>{_begin}No se puede escribir en la carpeta {folder}: {value}; elija otra salida</translation>
    </message>
    <message>
        <source>{_begin}Folder {folder} does not exist; create it or choose another output</source>
        <translation>{_begin}La carpeta {folder} no existe; créela o elija otra salida</translation>
    </message>
    <message>
        <source>{_begin}{path} cannot be written: {strerror}; choose another output</source>
        <translation>{_begin}No se puede escribir en {path}: {strerror}; elija otra salida</translation>
    </message>
    <message>
        <source>{_begin}{path} is read-only; choose another output or allow writing to it</source>
        <translation>{_begin}{path} es de solo lectura; elija otra salida o permita escribir en él</translation>
    </message>
    <message>
        <source>{_begin}{path} is {kind}; choose a folder</source>
        <translation>{_begin}{path} es {kind}; elija una carpeta</translation>
    </message>
    <message>
        <source>{_begin}{path} is {kind}; name a file</source>
        <translation>{_begin}{path} es {kind}; nombre un archivo</translation>
    </message>
    <message>
        <source>{_name} has no rows; give one a station and step</source>
        <translation>{_name} no tiene filas; indique una por estación y paso</translation>
    </message>
    <message>
        <source>{_name} holds both {_unclear} and {_pointed}; write all numbers with a decimal point or all with a decimal comma, and none with marks of thousands</source>
        <translation>{_name} contiene {_unclear} y {_pointed}; escriba todos los números con punto decimal o todos con coma decimal, y ninguno con separadores de miles</translation>
    </message>
    <message>
        <source>{_name}: rain of {station} at {time} is {text}; allowed: 0 or more, or an empty cell for a gap</source>
        <translation>{_name}: la lluvia de {station} en {time} es {text}; se admite: 0 o más, o una celda vacía para un hueco</translation>
    </message>
    <message>
        <source>{_name}: station {name} has the time {value} twice ({sum} rows in all); keep one of them{local}</source>
        <translation>{_name}: la estación {name} tiene dos veces la hora {value} ({sum} filas en total); conserve una de ellas{local}</translation>
    </message>
    <message>
        <source>{_name}: station {name} is at {first} and at {x}, {y}</source>
        <translation>{_name}: la estación {name} está en {first} y en {x}, {y}</translation>
    </message>
    <message>
        <source>{_name}: the coordinates of a station are no finite numbers</source>
        <translation>{_name}: las coordenadas de una estación no son números finitos</translation>
    </message>
    <message>
        <source>{_name}: the coordinates of a station are no numbers: {error}</source>
        <translation>{_name}: las coordenadas de una estación no son números: {error}</translation>
    </message>
    <message>
        <source>{_name}: time</source>
        <translation>{_name}: tiempo</translation>
    </message>
    <message>
        <source>{_where}. How far the answer depends on {_sources}; errors of the inventory are not in it.</source>
        <translation>{_where}. Cuánto depende la respuesta de {_sources}; los errores del inventario no están en ella.</translation>
    </message>
    <message>
        <source>{added} fields for {polygons} polygons</source>
        <translation>{added} campos para {polygons} polígonos</translation>
    </message>
    <message>
        <source>{address} cannot be written: {value}</source>
        <translation>No se puede escribir en {address}: {value}</translation>
    </message>
    <message>
        <source>{address} cannot be written; choose a file</source>
        <translation>No se puede escribir en {address}; elija un archivo</translation>
    </message>
    <message>
        <source>{address} refuses a feature: {value}</source>
        <translation>{address} rechaza un objeto: {value}</translation>
    </message>
    <message>
        <source>{alone}; logistic regression on the other factors has {mean} in spatial folds, with the logarithm of the area {mean2} ({gain}). {role}</source>
        <translation>{alone}; la regresión logística con los otros factores tiene {mean} en particiones espaciales, con el logaritmo del área {mean2} ({gain}). {role}</translation>
    </message>
    <message>
        <source>{antecedent_mm} mm evenly over the {antecedent_h} h before it</source>
        <translation>{antecedent_mm} mm repartidos por igual en las {antecedent_h} h anteriores</translation>
    </message>
    <message>
        <source>{areas} release areas are too many to number; raise RELEASE_AREA</source>
        <translation>{areas} áreas de desprendimiento son demasiadas para numerarlas; suba RELEASE_AREA</translation>
    </message>
    <message>
        <source>{areas} release areas, {value} km2 in all</source>
        <translation>{areas} áreas de desprendimiento, {value} km2 en total</translation>
    </message>
    <message>
        <source>{asked}; found on folds held out: landslides {slides}, stable {stands}</source>
        <translation>{asked}; hallado en particiones reservadas: deslizamientos {slides}, estables {stands}</translation>
    </message>
    <message>
        <source>{asked}; found: not known</source>
        <translation>{asked}; hallado: no se conoce</translation>
    </message>
    <message>
        <source>{attributes} fields are more than a GeoPackage holds; choose fewer rasters, STATISTICS or QUANTILES</source>
        <translation>{attributes} campos son más de los que admite un GeoPackage; elija menos rásteres, STATISTICS o QUANTILES</translation>
    </message>
    <message>
        <source>{auroc_mean} and</source>
        <translation>{auroc_mean} y</translation>
    </message>
    <message>
        <source>{bare} features have no geometry and were left out</source>
        <translation>{bare} objetos no tienen geometría y se omitieron</translation>
    </message>
    <message>
        <source>{before} landslide samples are dated before {day} and {after} from then on; both are needed: choose another FOLD_DATE</source>
        <translation>{before} muestras de deslizamiento son anteriores a {day} y {after} de entonces en adelante; hacen falta ambas: elija otra FOLD_DATE</translation>
    </message>
    <message>
        <source>{beyond} points lie beyond the factors and have no series</source>
        <translation>{beyond} puntos están fuera de los factores y no tienen serie</translation>
    </message>
    <message>
        <source>{body_cells} cells of {ON_BODIES}</source>
        <translation>{body_cells} celdas de {ON_BODIES}</translation>
    </message>
    <message>
        <source>{buffer_m} m or more from every landslide{ring}{steep}</source>
        <translation>a {buffer_m} m o más de todo deslizamiento{ring}{steep}</translation>
    </message>
    <message>
        <source>{buildings} buildings</source>
        <translation>{buildings} edificios</translation>
    </message>
    <message>
        <source>{bundle} is another model here than where the map was asked for</source>
        <translation>{bundle} es aquí otro modelo que donde se pidió el mapa</translation>
    </message>
    <message>
        <source>{bundle}: {WEIGHTS} holds values that are not finite in {spoiled}</source>
        <translation>{bundle}: {WEIGHTS} contiene valores no finitos en {spoiled}</translation>
    </message>
    <message>
        <source>{bundle}: {file} is not a record</source>
        <translation>{bundle}: {file} no es un registro</translation>
    </message>
    <message>
        <source>{calibratestability} where landslides are mapped, or {trainphysics} with the same profile and scenarios</source>
        <translation>{calibratestability} donde haya deslizamientos cartografiados, o {trainphysics} con el mismo perfil y escenarios</translation>
    </message>
    <message>
        <source>{capitalize}{given}, mean of the members, in the colours of its layer.</source>
        <translation>{capitalize}{given}, media de los miembros, en los colores de su capa.</translation>
    </message>
    <message>
        <source>{chosen} is {words}; a Python from 3.10 to 3.13 is needed</source>
        <translation>{chosen} es {words}; hace falta un Python de 3.10 a 3.13</translation>
    </message>
    <message>
        <source>{classifymap} with limits that suit the use, or {susceptibilityreport}</source>
        <translation>{classifymap} con límites que convengan al uso, o {susceptibilityreport}</translation>
    </message>
    <message>
        <source>{class}: {units} units, {value} %</source>
        <translation>{class}: {units} unidades, {value} %</translation>
    </message>
    <message>
        <source>{codes} classes: {value}</source>
        <translation>{codes} clases: {value}</translation>
    </message>
    <message>
        <source>{code} ({count} cells)</source>
        <translation>{code} ({count} celdas)</translation>
    </message>
    <message>
        <source>{consistency_words}; compare again those that differ most from the weights, or set ALLOW_INCONSISTENT</source>
        <translation>{consistency_words}; compare de nuevo los que más difieren de los pesos, o active ALLOW_INCONSISTENT</translation>
    </message>
    <message>
        <source>{count} cells have a code of {name} without a score; they stay without an index</source>
        <translation>{count} celdas tienen un código de {name} sin puntuación; quedan sin índice</translation>
    </message>
    <message>
        <source>{count} factors are compared; allowed: up to {RANDOM_INDEX}, beyond which no one can</source>
        <translation>Se comparan {count} factores; se admite: hasta {RANDOM_INDEX}, más allá nadie puede</translation>
    </message>
    <message>
        <source>{count} folds cannot be made of {distinct} distinct places; use fewer folds</source>
        <translation>No se pueden hacer {count} particiones de {distinct} lugares distintos; use menos particiones</translation>
    </message>
    <message>
        <source>{count} frames of {step_h} h are asked for; at most {MOST_FRAMES} are drawn: give a longer STEP or a shorter time</source>
        <translation>Se piden {count} cuadros de {step_h} h; se dibujan como mucho {MOST_FRAMES}: indique un STEP mayor o menos tiempo</translation>
    </message>
    <message>
        <source>{count} frames, from {first} to {label}</source>
        <translation>{count} cuadros, de {first} a {label}</translation>
    </message>
    <message>
        <source>{count} landslides with a depth, too few to judge (at least {FEWEST})</source>
        <translation>{count} deslizamientos con profundidad, muy pocos para evaluar (al menos {FEWEST})</translation>
    </message>
    <message>
        <source>{count} landslides: RMSE {rmse_m} m, bias {bias_m} m, {value}</source>
        <translation>{count} deslizamientos: RMSE {rmse_m} m, sesgo {bias_m} m, {value}</translation>
    </message>
    <message>
        <source>{count} of {samples} samples of {name} have no place to read the soil profile at; give a layer of points, or leave PROFILE out</source>
        <translation>{count} de {samples} muestras de {name} no tienen lugar en el que leer el perfil de suelo; indique una capa de puntos u omita PROFILE</translation>
    </message>
    <message>
        <source>{count} repeat{value}</source>
        <translation>{count} repetición(es)</translation>
    </message>
    <message>
        <source>{count} rows have no event; fill the event field, or leave it out: days then make events</source>
        <translation>{count} filas no tienen evento; rellene el campo de evento u omítalo: entonces los días forman eventos</translation>
    </message>
    <message>
        <source>{crs_name} is not true to distance; derive the factors with GRID set to UTM, or reproject the layer to its UTM zone (Warp), then run again</source>
        <translation>{crs_name} no conserva las distancias; derive los factores con GRID en UTM, o reproyecte la capa a su zona UTM (Combar), y ejecute de nuevo</translation>
    </message>
    <message>
        <source>{cut} of {sum} landslides have an event that may have begun before the window of {window_h} h, whose duration is a least one</source>
        <translation>{cut} de {sum} deslizamientos tienen un evento que pudo comenzar antes de la ventana de {window_h} h, cuya duración es una mínima</translation>
    </message>
    <message>
        <source>{damaged} files of compiled terrain kernels were damaged or lost; they are compiled anew</source>
        <translation>{damaged} archivos de núcleos de terreno compilados estaban dañados o faltaban; se compilan de nuevo</translation>
    </message>
    <message>
        <source>{dry} landslides have no rain in their window: no line is fitted to them, and each lies below all thresholds over the duration</source>
        <translation>{dry} deslizamientos no tienen lluvia en su ventana: no se les ajusta ninguna línea, y cada uno queda bajo todos los umbrales según la duración</translation>
    </message>
    <message>
        <source>{duration_h} landslides have an event of rain that is known; a threshold needs {FEWEST} or more</source>
        <translation>{duration_h} deslizamientos tienen un evento de lluvia conocido; un umbral necesita {FEWEST} o más</translation>
    </message>
    <message>
        <source>{empty} are empty, which is no statement that they are safe: {missing} lack a value, {unseen} have a class that the training never saw.</source>
        <translation>{empty} están vacías, lo que no dice que sean seguras: a {missing} les falta un valor, {unseen} tienen una clase que el entrenamiento nunca vio.</translation>
    </message>
    <message>
        <source>{empty} empty</source>
        <translation>{empty} vacíos</translation>
    </message>
    <message>
        <source>{empty} of {rows} points lie where a factor, the soil or the rain has no data; their curves are empty</source>
        <translation>{empty} de {rows} puntos están donde un factor, el suelo o la lluvia no tiene datos; sus curvas están vacías</translation>
    </message>
    <message>
        <source>{empty} polygons have no value in some field</source>
        <translation>{empty} polígonos no tienen valor en algún campo</translation>
    </message>
    <message>
        <source>{empty} polygons have no {field} and are not judged</source>
        <translation>{empty} polígonos no tienen {field} y no se evalúan</translation>
    </message>
    <message>
        <source>{empty} polygons lie where the map is empty, {outside} beside it</source>
        <translation>{empty} polígonos están donde el mapa está vacío, {outside} fuera de él</translation>
    </message>
    <message>
        <source>{empty} samples on {name} have no step of rain: their windows lie before or after it, or in its holes</source>
        <translation>{empty} muestras sobre {name} no tienen ningún paso de lluvia: sus ventanas están antes o después, o en sus huecos</translation>
    </message>
    <message>
        <source>{empty} without geometry</source>
        <translation>{empty} sin geometría</translation>
    </message>
    <message>
        <source>{ends} steps that end {first} to {last}; mean over the cells {total_mm} mm in all; the season is that of day {day_of_year} of the year</source>
        <translation>{ends} pasos que terminan de {first} a {last}; media sobre las celdas, {total_mm} mm en total; la estación del año es la del día {day_of_year}</translation>
    </message>
    <message>
        <source>{end} end of {name} is {at_band}</source>
        <translation>El extremo {end} de {name} es {at_band}</translation>
    </message>
    <message>
        <source>{error} logit, root mean square against all coalitions on mixed typical cells</source>
        <translation>{error} logit, raíz del error cuadrático medio frente a todas las coaliciones en celdas típicas mezcladas</translation>
    </message>
    <message>
        <source>{error}. MODELS {value} need it; {value2} do not</source>
        <translation>{error}. Los MODELS {value} lo necesitan; {value2} no</translation>
    </message>
    <message>
        <source>{error}. Without SOIL_TABLE and RAIN the study needs no prior</source>
        <translation>{error}. Sin SOIL_TABLE y RAIN el estudio no necesita estimación previa</translation>
    </message>
    <message>
        <source>{escape}: {count} cells</source>
        <translation>{escape}: {count} celdas</translation>
    </message>
    <message>
        <source>{executable} cannot load {value}. Run "Set up modelling environment" with action Create to make a complete one</source>
        <translation>{executable} no puede cargar {value}. Ejecute "Set up modelling environment" con la acción Crear para hacer uno completo</translation>
    </message>
    <message>
        <source>{executable} is Python {version}; modelling needs 3.10 to 3.13. Choose another with LANDSLIDE_PYTHON or the setting landslide/python</source>
        <translation>{executable} es Python {version}; el modelado necesita de 3.10 a 3.13. Elija otro con LANDSLIDE_PYTHON o el ajuste landslide/python</translation>
    </message>
    <message>
        <source>{factorofsafety} with these scenarios</source>
        <translation>{factorofsafety} con estos escenarios</translation>
    </message>
    <message>
        <source>{factorofsafety} with this profile</source>
        <translation>{factorofsafety} con este perfil</translation>
    </message>
    <message>
        <source>{factor}: classes are matched by code, since {side} has no class names</source>
        <translation>{factor}: las clases se emparejan por código, porque {side} no tiene nombres de clases</translation>
    </message>
    <message>
        <source>{factor}: classes are matched by name{value}</source>
        <translation>{factor}: las clases se emparejan por nombre{value}</translation>
    </message>
    <message>
        <source>{factor}: name {name} of {whose} stands for codes {found} and {code}; give each class its own name, or take a raster without names, which is matched by code</source>
        <translation>{factor}: el nombre {name} de {whose} designa los códigos {found} y {code}; dé a cada clase su propio nombre, o tome un ráster sin nombres, que se empareja por código</translation>
    </message>
    <message>
        <source>{factor}: no class name of the raster ({_listed}) is one of the model ({_listed2}); give the classes the model's names, or a raster without names but with its codes</source>
        <translation>{factor}: ningún nombre de clase del ráster ({_listed}) es del modelo ({_listed2}); dé a las clases los nombres del modelo, o un ráster sin nombres pero con sus códigos</translation>
    </message>
    <message>
        <source>{families}on which part of the area is sampled and on chance in training</source>
        <translation>{families}qué parte del área se muestrea y el azar del entrenamiento</translation>
    </message>
    <message>
        <source>{far} events have rows more than {APART_AT_MOST_D} days apart, such as {event} of {datetime64} and of {datetime642}: two storms of one name count as one; give each a name of its own</source>
        <translation>{far} eventos tienen filas separadas por más de {APART_AT_MOST_D} días, como {event} del {datetime64} y del {datetime642}: dos tormentas con un mismo nombre cuentan como una; dé a cada una su propio nombre</translation>
    </message>
    <message>
        <source>{far} samples have no gauge within {limit_km} km and no rain: gaps throughout</source>
        <translation>{far} muestras no tienen pluviómetro a menos de {limit_km} km ni lluvia: todo huecos</translation>
    </message>
    <message>
        <source>{features} features</source>
        <translation>{features} objetos</translation>
    </message>
    <message>
        <source>{features} points of {candidates} cells with an uncertainty of {limit} or more</source>
        <translation>{features} puntos de {candidates} celdas con una incertidumbre de {limit} o más</translation>
    </message>
    <message>
        <source>{fieldchecks}, where the maps differ</source>
        <translation>{fieldchecks}, donde los mapas difieren</translation>
    </message>
    <message>
        <source>{figures} figures, each in three formats: {figures2}</source>
        <translation>{figures} figuras, cada una en tres formatos: {figures2}</translation>
    </message>
    <message>
        <source>{filename} holds {dtype} of shape {shape}</source>
        <translation>{filename} contiene {dtype} de forma {shape}</translation>
    </message>
    <message>
        <source>{filename} is of version {version}</source>
        <translation>{filename} es de la versión {version}</translation>
    </message>
    <message>
        <source>{filename} promises {promised} bytes and is of another length</source>
        <translation>{filename} promete {promised} bytes y tiene otra longitud</translation>
    </message>
    <message>
        <source>{file} is damaged or truncated near row {window}: {value}</source>
        <translation>{file} está dañado o cortado cerca de la fila {window}: {value}</translation>
    </message>
    <message>
        <source>{floating} cells have negative effective normal stress; friction is 0 there</source>
        <translation>{floating} celdas tienen tensión normal efectiva negativa; allí la fricción es 0</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {value}; choose another folder</source>
        <translation>No se puede escribir en {folder}: {value}; elija otra carpeta</translation>
    </message>
    <message>
        <source>{folder} has {value} MiB free; {value2} MiB are needed; free some space or write elsewhere</source>
        <translation>{folder} tiene {value} MiB libres; hacen falta {value2} MiB; libere espacio o escriba en otro lugar</translation>
    </message>
    <message>
        <source>{folder} holds no raster ({value}) and no NetCDF file</source>
        <translation>{folder} no contiene ningún ráster ({value}) ni archivo NetCDF</translation>
    </message>
    <message>
        <source>{folder} holds {value}{more}, not written by this plugin; choose another folder or move what is there</source>
        <translation>{folder} contiene {value}{more}, que no escribió este complemento; elija otra carpeta o mueva lo que hay</translation>
    </message>
    <message>
        <source>{folder} is a file; choose a folder</source>
        <translation>{folder} es un archivo; elija una carpeta</translation>
    </message>
    <message>
        <source>{folder} is too long a path for an environment: {folder2} characters, at most {most} on this Windows; name a shorter FOLDER, such as C:\landslide</source>
        <translation>{folder} es una ruta demasiado larga para un entorno: {folder2} caracteres, como mucho {most} en este Windows; nombre una FOLDER más corta, como C:\landslide</translation>
    </message>
    <message>
        <source>{folder} stays as it was: {reason}; what was written is in {new}: close what has the folder open and copy it</source>
        <translation>{folder} quedó como estaba: {reason}; lo escrito está en {new}: cierre lo que tenga la carpeta abierta y cópielo</translation>
    </message>
    <message>
        <source>{folder}: {folder2} is a file; choose a folder</source>
        <translation>{folder}: {folder2} es un archivo; elija una carpeta</translation>
    </message>
    <message>
        <source>{friction} layer values have under 13 % clay: their friction angle is 33.3 degrees, where the rule ends; dense sand and gravel have more, so give own rasters or a table where they matter</source>
        <translation>{friction} valores de capas tienen menos de un 13 % de arcilla: su ángulo de fricción es 33.3 grados, donde termina la regla; la arena y la grava densas tienen más, así que indique rásteres propios o una tabla donde importen</translation>
    </message>
    <message>
        <source>{gaps} cells are empty in {frames} of {count} frames: their window has a gap in the rain, or they lie beyond it</source>
        <translation>{gaps} celdas están vacías en {frames} de {count} cuadros: su ventana tiene un hueco en la lluvia, o quedan fuera de ella</translation>
    </message>
    <message>
        <source>{gaps} cells have a gap in some step, which stays one</source>
        <translation>{gaps} celdas tienen un hueco en algún paso, que sigue siéndolo</translation>
    </message>
    <message>
        <source>{get} against the map</source>
        <translation>{get} contra el mapa</translation>
    </message>
    <message>
        <source>{get} landslide and {get2} stable samples</source>
        <translation>{get} muestras de deslizamiento y {get2} estables</translation>
    </message>
    <message>
        <source>{held} of {total} held-out samples are</source>
        <translation>{held} de {total} muestras reservadas están</translation>
    </message>
    <message>
        <source>{help} Lines beyond the DEM count too.</source>
        <translation>{help} También cuentan las líneas más allá del MDE.</translation>
    </message>
    <message>
        <source>{help} Rasters lie on the grid of the DEM, or see ALIGN.</source>
        <translation>{help} Los rásteres están en la malla del MDE; si no, vea ALIGN.</translation>
    </message>
    <message>
        <source>{hours} h {what} the storm are no whole number of steps of {step_h} h; give such hours</source>
        <translation>{hours} h antes o después de la tormenta no son un número entero de pasos de {step_h} h; indique horas que lo sean</translation>
    </message>
    <message>
        <source>{human_name} (+{gain} AUROC without it)</source>
        <translation>{human_name} (+{gain} AUROC sin él)</translation>
    </message>
    <message>
        <source>{human_name}: {low} to {high}</source>
        <translation>{human_name}: de {low} a {high}</translation>
    </message>
    <message>
        <source>{human_name}: {size} of {codes} classes have fewer than {FEWEST_A_CLASS} landslide or {FEWEST_A_CLASS2} stable samples ({value}{more}); what a model says of them is chance: join them with classes of like strength</source>
        <translation>{human_name}: {size} de {codes} clases tienen menos de {FEWEST_A_CLASS} muestras de deslizamiento o {FEWEST_A_CLASS2} estables ({value}{more}); lo que un modelo diga de ellas es azar: únalas con clases de fuerza parecida</translation>
    </message>
    <message>
        <source>{idle} of {names} gauges lie farther than {limit_km} km from every sample and say nothing: {value}; look at their coordinates if that is not so</source>
        <translation>{idle} de {names} pluviómetros están a más de {limit_km} km de toda muestra y no dicen nada: {value}; revise sus coordenadas si no es así</translation>
    </message>
    <message>
        <source>{inputcheck} on these layers, then {terrainfactors} of the DEM, or {rainseries} for the area of storms</source>
        <translation>{inputcheck} con estas capas, luego {terrainfactors} del MDE, o {rainseries} para el área de las tormentas</translation>
    </message>
    <message>
        <source>{invalid} geometries are not valid</source>
        <translation>{invalid} geometrías no son válidas</translation>
    </message>
    <message>
        <source>{i} ({value} % of the area)</source>
        <translation>{i} ({value} % del área)</translation>
    </message>
    <message>
        <source>{key} calibration</source>
        <translation>calibración {key}</translation>
    </message>
    <message>
        <source>{key} holds {outside}; allowed: {low} to {high}</source>
        <translation>{key} contiene {outside}; se admite: de {low} a {high}</translation>
    </message>
    <message>
        <source>{key} is asked for, but {split} is not given</source>
        <translation>Se pide {key}, pero no se indica {split}</translation>
    </message>
    <message>
        <source>{key} is no parameter of {name} and is ignored{advice}</source>
        <translation>{key} no es un parámetro de {name} y se ignora{advice}</translation>
    </message>
    <message>
        <source>{key} is not set; give it</source>
        <translation>{key} no está definido; indíquelo</translation>
    </message>
    <message>
        <source>{key} is not set; give the rasters of the soil, or choose another source of soil</source>
        <translation>{key} no está definido; indique los rásteres del suelo o elija otra fuente del suelo</translation>
    </message>
    <message>
        <source>{key} is {_shown}, but this run would not use it: {why}{law}; leave {key2} out</source>
        <translation>{key} es {_shown}, pero esta ejecución no lo usaría: {why}{law}; omita {key2}</translation>
    </message>
    <message>
        <source>{key} is {number}; {name} has bands 1 to {bands}</source>
        <translation>{key} es {number}; {name} tiene las bandas 1 a {bands}</translation>
    </message>
    <message>
        <source>{key} was left empty; taken: {path}</source>
        <translation>{key} se dejó vacío; se toma: {path}</translation>
    </message>
    <message>
        <source>{key}: feature {id} of {sourceName} has an invalid geometry; repair it (Fix geometries), or change "Invalid features filtering" for this input or in the Processing options</source>
        <translation>{key}: el objeto {id} de {sourceName} tiene una geometría no válida; repárela (Corregir geometrías) o cambie "Filtrado de objetos no válidos" de esta entrada o en las opciones de Procesos</translation>
    </message>
    <message>
        <source>{key}: the database of {split} cannot be written: {said}</source>
        <translation>{key}: no se puede escribir en la base de datos de {split}: {said}</translation>
    </message>
    <message>
        <source>{key}: {_parameters} cannot be written; choose another file</source>
        <translation>{key}: no se puede escribir en {_parameters}; elija otro archivo</translation>
    </message>
    <message>
        <source>{key}: {_parameters} is not a readable raster layer</source>
        <translation>{key}: {_parameters} no es una capa ráster legible</translation>
    </message>
    <message>
        <source>{key}: {_parameters} is not a readable vector layer</source>
        <translation>{key}: {_parameters} no es una capa vectorial legible</translation>
    </message>
    <message>
        <source>{key}: {address} is no table of a GeoPackage; write ogr:dbname='file.gpkg' table="name" (geom), or choose a file</source>
        <translation>{key}: {address} no es una tabla de un GeoPackage; escriba ogr:dbname='file.gpkg' table="name" (geom) o elija un archivo</translation>
    </message>
    <message>
        <source>{key}: {name} is a web map, which holds pictures and no values; choose a raster file</source>
        <translation>{key}: {name} es un mapa web, que contiene imágenes y no valores; elija un archivo ráster</translation>
    </message>
    <message>
        <source>{key}: {name} would become {name2}.{usual}; choose a name that ends in .gpkg</source>
        <translation>{key}: {name} pasaría a ser {name2}.{usual}; elija un nombre que termine en .gpkg</translation>
    </message>
    <message>
        <source>{key}: {path} is not a GeoPackage; choose a name that ends in .gpkg</source>
        <translation>{key}: {path} no es un GeoPackage; elija un nombre que termine en .gpkg</translation>
    </message>
    <message>
        <source>{key}: {path} is not there; choose the folder or .zip of a trained model</source>
        <translation>{key}: {path} no existe; elija la carpeta o el .zip de un modelo entrenado</translation>
    </message>
    <message>
        <source>{key}: {skipped} features of {sourceName} have invalid geometries and were skipped</source>
        <translation>{key}: {skipped} objetos de {sourceName} tienen geometrías no válidas y se omitieron</translation>
    </message>
    <message>
        <source>{key}: {split} is no database that this QGIS knows; choose a file, a table of a GeoPackage or memory:</source>
        <translation>{key}: {split} no es una base de datos que este QGIS conozca; elija un archivo, una tabla de un GeoPackage o memory:</translation>
    </message>
    <message>
        <source>{key}: {split} is no file; this output is written as one: choose a file, or leave it temporary</source>
        <translation>{key}: {split} no es un archivo; esta salida se escribe como tal: elija un archivo o déjela temporal</translation>
    </message>
    <message>
        <source>{kind} (not hazard, not risk)</source>
        <translation>{kind} (no amenaza, no riesgo)</translation>
    </message>
    <message>
        <source>{kind} in the {antecedent_h} h before it</source>
        <translation>{kind} en las {antecedent_h} h anteriores</translation>
    </message>
    <message>
        <source>{known_cells} of {cells} cells have soil data</source>
        <translation>{known_cells} de {cells} celdas tienen datos del suelo</translation>
    </message>
    <message>
        <source>{label} ({name}) does not lie on the grid of {to}: {how}; set ALIGN to resample it, or align it first</source>
        <translation>{label} ({name}) no está en la malla de {to}: {how}; active ALIGN para remuestrearlo, o alinéelo primero</translation>
    </message>
    <message>
        <source>{label} ({name}) has cells {ratio} times as large as those of {to}: resampling adds no detail</source>
        <translation>{label} ({name}) tiene celdas {ratio} veces mayores que las de {to}: remuestrear no añade detalle</translation>
    </message>
    <message>
        <source>{label} ({name}) has class names, but {name2} is taken as a continuous quantity</source>
        <translation>{label} ({name}) tiene nombres de clases, pero {name2} se toma como magnitud continua</translation>
    </message>
    <message>
        <source>{label} ({name}) has no CRS, so it cannot be aligned; assign the right one</source>
        <translation>{label} ({name}) no tiene SRC, así que no se puede alinear; asigne el correcto</translation>
    </message>
    <message>
        <source>{label} ({name}) has {bands} bands; the first is used</source>
        <translation>{label} ({name}) tiene {bands} bandas; se usa la primera</translation>
    </message>
    <message>
        <source>{label} ({name}) holds {values}; a layer of classes holds whole numbers; choose the raster of class codes</source>
        <translation>{label} ({name}) contiene {values}; una capa de clases contiene números enteros; elija el ráster de códigos de clase</translation>
    </message>
    <message>
        <source>{label} ({name}) was aligned to {to} by {resampling} resampling: {how}</source>
        <translation>{label} ({name}) se alineó con {to} por remuestreo {resampling}: {how}</translation>
    </message>
    <message>
        <source>{label} is 1</source>
        <translation>{label} es 1</translation>
    </message>
    <message>
        <source>{landslides} landslide samples ({landslide_groups} landslides), {stable} stable samples</source>
        <translation>{landslides} muestras de deslizamiento ({landslide_groups} deslizamientos), {stable} muestras estables</translation>
    </message>
    <message>
        <source>{landslides} landslides and {stable} stable samples lie in it; the best estimate expects {expected} landslides among them. The accepted sets are worth {effective} of equal weight.{value}</source>
        <translation>En él hay {landslides} deslizamientos y {stable} muestras estables; la mejor estimación espera {expected} deslizamientos entre ellas. Los conjuntos aceptados valen por {effective} de igual peso.{value}</translation>
    </message>
    <message>
        <source>{landslides} landslides lie on the map; its most dangerous fifth holds {value} % of their cells (20 % by chance).</source>
        <translation>{landslides} deslizamientos están en el mapa; su quinta parte más peligrosa contiene el {value} % de sus celdas (20 % por azar).</translation>
    </message>
    <message>
        <source>{landslides} landslides, worth {effective}, tell {told} of {asked} values</source>
        <translation>{landslides} deslizamientos, que valen por {effective}, dicen {told} de {asked} valores</translation>
    </message>
    <message>
        <source>{landslides} landslides, {stable} stable samples and a share of landslides of {share} give no likelihood; both kinds must be there, and the share must lie between 0 and 1</source>
        <translation>{landslides} deslizamientos, {stable} muestras estables y una proporción de deslizamientos de {share} no dan verosimilitud; deben estar ambos tipos, y la proporción debe estar entre 0 y 1</translation>
    </message>
    <message>
        <source>{layer} ({file}) has no value in {no_data} of the cells; they count as no-data in models and maps: take a layer that covers the study area</source>
        <translation>{layer} ({file}) no tiene valor en {no_data} de las celdas; cuentan como sin datos en modelos y mapas: tome una capa que cubra el área de estudio</translation>
    </message>
    <message>
        <source>{layer} ({file}) holds {codes} different whole numbers and looks like classes, but {name} is taken as a continuous quantity</source>
        <translation>{layer} ({file}) contiene {codes} números enteros distintos y parece de clases, pero {name} se toma como magnitud continua</translation>
    </message>
    <message>
        <source>{layer} ({file}) {odd}; check the raster and its units</source>
        <translation>{layer} ({file}) {odd}; compruebe el ráster y sus unidades</translation>
    </message>
    <message>
        <source>{layer} ({file}): code {value} has no name in its table</source>
        <translation>{layer} ({file}): el código {value} no tiene nombre en su tabla</translation>
    </message>
    <message>
        <source>{layer} ({file}): {crs}, cells {cell_size}, {against_the_dem}, resampling {resampling}, {no_data} no-data, values {values}</source>
        <translation>{layer} ({file}): {crs}, celdas {cell_size}, {against_the_dem}, remuestreo {resampling}, {no_data} sin datos, valores {values}</translation>
    </message>
    <message>
        <source>{layer} has classes that the table of names does not hold: {value}; add them</source>
        <translation>{layer} tiene clases que la tabla de nombres no contiene: {value}; añádalas</translation>
    </message>
    <message>
        <source>{layer} {kind} of {name}</source>
        <translation>{layer} {kind} de {name}</translation>
    </message>
    <message>
        <source>{least_count} landslides</source>
        <translation>{least_count} deslizamientos</translation>
    </message>
    <message>
        <source>{least} to {value}</source>
        <translation>{least} a {value}</translation>
    </message>
    <message>
        <source>{left_out} landslides of other triggers are left out; {value} is what counts</source>
        <translation>Se omiten {left_out} deslizamientos de otros desencadenantes; cuenta {value}</translation>
    </message>
    <message>
        <source>{left_out} more methods stand in the report.</source>
        <translation>{left_out} métodos más están en el informe.</translation>
    </message>
    <message>
        <source>{left_out} of {units} features have no label or no place and are left out</source>
        <translation>{left_out} de {units} objetos no tienen etiqueta o lugar y se omiten</translation>
    </message>
    <message>
        <source>{left_out} smaller ones are left out (RELEASE_AREA)</source>
        <translation>se omiten {left_out} menores (RELEASE_AREA)</translation>
    </message>
    <message>
        <source>{limits} and above</source>
        <translation>{limits} y más</translation>
    </message>
    <message>
        <source>{lost} of {free} landslide cells lie on mapped landslide bodies; the table counts them in no class</source>
        <translation>{lost} de {free} celdas de deslizamiento están en cuerpos de deslizamiento cartografiados; la tabla no las cuenta en ninguna clase</translation>
    </message>
    <message>
        <source>{lost} of {given} rows lack a factor, a day or a step of rain ({gaps} have a gap in the rain) and are left out</source>
        <translation>A {lost} de {given} filas les falta un factor, un día o un paso de lluvia ({gaps} tienen un hueco en la lluvia) y se omiten</translation>
    </message>
    <message>
        <source>{lost} of {keep} {what} cells lie where a map has no value and are left out</source>
        <translation>{lost} de {keep} celdas de {what} están donde un mapa no tiene valor y se omiten</translation>
    </message>
    <message>
        <source>{lost} of {series} samples have gaps in their rain and are left out</source>
        <translation>{lost} de {series} muestras tienen huecos en su lluvia y se omiten</translation>
    </message>
    <message>
        <source>{lost} of {whole} units lack a value in some factor and train no model</source>
        <translation>{lost} de {whole} unidades carecen de un valor en algún factor y no entrenan ningún modelo</translation>
    </message>
    <message>
        <source>{lost} stable cells lie on less than {least_deg} degrees and were left out</source>
        <translation>{lost} celdas estables están en menos de {least_deg} grados y se omitieron</translation>
    </message>
    <message>
        <source>{lost} {kind} samples lay nearer than {min_distance_m} m to another and were left out</source>
        <translation>{lost} muestras de {kind} estaban a menos de {min_distance_m} m de otra y se omitieron</translation>
    </message>
    <message>
        <source>{lost} {what} cells lie on ground that does not count and are left out</source>
        <translation>{lost} celdas de {what} están en terreno que no cuenta y se omiten</translation>
    </message>
    <message>
        <source>{low} is {ends} and {high} {ends2}; the range must rise</source>
        <translation>{low} es {ends} y {high} {ends2}; el rango debe ser creciente</translation>
    </message>
    <message>
        <source>{low} to {high} a year</source>
        <translation>{low} a {high} al año</translation>
    </message>
    <message>
        <source>{many} or more of {name} lie in it</source>
        <translation>hay en ella {many} o más de {name}</translation>
    </message>
    <message>
        <source>{mapevent} with this rain</source>
        <translation>{mapevent} con esta lluvia</translation>
    </message>
    <message>
        <source>{mapped_cells} cells mapped, {no_data_cells} left empty for want of data</source>
        <translation>{mapped_cells} celdas cartografiadas, {no_data_cells} quedan vacías por falta de datos</translation>
    </message>
    <message>
        <source>{mapsusceptibility} with the kept model, if what is said of it above is enough for your purpose</source>
        <translation>{mapsusceptibility} con el modelo conservado, si lo dicho de él arriba basta para su fin</translation>
    </message>
    <message>
        <source>{mapsusceptibility} with this model</source>
        <translation>{mapsusceptibility} con este modelo</translation>
    </message>
    <message>
        <source>{mean} ({low} to {high})</source>
        <translation>{mean} ({low} a {high})</translation>
    </message>
    <message>
        <source>{members} members</source>
        <translation>{members} miembros</translation>
    </message>
    <message>
        <source>{missed} of {inventory} landslides lie in no unit</source>
        <translation>{missed} de {inventory} deslizamientos no están en ninguna unidad</translation>
    </message>
    <message>
        <source>{missing} of {ends} samples of {name} have no time; give TIME_FIELD, with a date or a moment in every row</source>
        <translation>{missing} de {ends} muestras de {name} no tienen momento; indique TIME_FIELD, con una fecha o un momento en cada fila</translation>
    </message>
    <message>
        <source>{model_name} minus logistic</source>
        <translation>{model_name} menos logística</translation>
    </message>
    <message>
        <source>{model_name} minus {_within}</source>
        <translation>{model_name} menos {_within}</translation>
    </message>
    <message>
        <source>{n_folds} folds cannot be made of {places} landslides and stable places</source>
        <translation>No se pueden hacer {n_folds} particiones de {places} lugares de deslizamiento y estables</translation>
    </message>
    <message>
        <source>{n_folds} folds cannot be made of {present} landslides and stable places; use at least 2 folds and no more than there are places</source>
        <translation>No se pueden hacer {n_folds} particiones de {present} lugares de deslizamiento y estables; use al menos 2 particiones y no más que lugares</translation>
    </message>
    <message>
        <source>{named} is neither a Python interpreter nor the folder of an environment</source>
        <translation>{named} no es ni un intérprete de Python ni la carpeta de un entorno</translation>
    </message>
    <message>
        <source>{named} without what makes environments ({lacking})</source>
        <translation>{named} sin lo que hace entornos ({lacking})</translation>
    </message>
    <message>
        <source>{names} ({found}) {verb} later than the first landslide ({first})</source>
        <translation>{names} ({found}) posteriores al primer deslizamiento ({first})</translation>
    </message>
    <message>
        <source>{names} and {names2}</source>
        <translation>{names} y {names2}</translation>
    </message>
    <message>
        <source>{names} gauges; {words}</source>
        <translation>{names} pluviómetros; {words}</translation>
    </message>
    <message>
        <source>{names} minus {value}{names2}</source>
        <translation>{names} menos {value}{names2}</translation>
    </message>
    <message>
        <source>{names} to {names2} are as unstable as each other: the pore-pressure law does not use the rain, or in the mildest scenario already more rain falls than the soil takes in (conductivity) or the soil is full of water; see the other laws, the conductivity, the drainable porosity and the antecedent wetness before scenarios are told apart</source>
        <translation>{names} a {names2} son igual de inestables: la ley de presión de poros no usa la lluvia, o ya en el escenario más suave llueve más de lo que el suelo admite (conductividad) o el suelo está lleno de agua; vea las otras leyes, la conductividad, la porosidad drenable y la humedad antecedente antes de distinguir escenarios</translation>
    </message>
    <message>
        <source>{name} ({depth_mm} years), {name2}: location {location} mm, scale {scale} mm, shape {shape}; {levels} mm; Kolmogorov-Smirnov {kolmogorov_smirnov} (p {p_value}), Anderson-Darling {anderson_darling}</source>
        <translation>{name} ({depth_mm} años), {name2}: posición {location} mm, escala {scale} mm, forma {shape}; {levels} mm; Kolmogorov-Smirnov {kolmogorov_smirnov} (p {p_value}), Anderson-Darling {anderson_darling}</translation>
    </message>
    <message>
        <source>{name} ({description}) is {item}; allowed: one of {value}</source>
        <translation>{name} ({description}) es {item}; se admite: uno de {value}</translation>
    </message>
    <message>
        <source>{name} ({description}) is {shown}; allowed: true or false, yes or no</source>
        <translation>{name} ({description}) es {shown}; se admite: true o false, sí o no (yes o no)</translation>
    </message>
    <message>
        <source>{name} ({description}) is {shown}; allowed: {allowed}</source>
        <translation>{name} ({description}) es {shown}; se admite: {allowed}</translation>
    </message>
    <message>
        <source>{name} ({landslides} landslides): {words}</source>
        <translation>{name} ({landslides} deslizamientos): {words}</translation>
    </message>
    <message>
        <source>{name} and {name2} are a map of classes and one of probabilities; give two of one kind</source>
        <translation>{name} y {name2} son un mapa de clases y uno de probabilidades; indique dos del mismo tipo</translation>
    </message>
    <message>
        <source>{name} and {name2} have no cell with a value in both</source>
        <translation>{name} y {name2} no tienen ninguna celda con valor en ambos</translation>
    </message>
    <message>
        <source>{name} and {seen} are the same file, {path}; choose another output</source>
        <translation>{name} y {seen} son el mismo archivo, {path}; elija otra salida</translation>
    </message>
    <message>
        <source>{name} band {value} ({value2}) is not part of a soil profile: it needs the metadata PROPERTY, LAYER_TOP_M and LAYER_BOTTOM_M</source>
        <translation>La banda {value} ({value2}) de {name} no es parte de un perfil de suelo: necesita los metadatos PROPERTY, LAYER_TOP_M y LAYER_BOTTOM_M</translation>
    </message>
    <message>
        <source>{name} band {value} does not say what it holds; name it like clay_5-15cm, as SoilGrids does</source>
        <translation>La banda {value} de {name} no dice qué contiene; nómbrela como clay_5-15cm, igual que SoilGrids</translation>
    </message>
    <message>
        <source>{name} band {value} tells no soil property; its name must hold one of {value2}</source>
        <translation>La banda {value} de {name} no dice ninguna propiedad del suelo; su nombre debe contener una de {value2}</translation>
    </message>
    <message>
        <source>{name} cannot be reprojected from {crs_name} to {crs_name2}; assign the CRS its coordinates are in</source>
        <translation>{name} no se puede reproyectar de {crs_name} a {crs_name2}; asigne el SRC en que están sus coordenadas</translation>
    </message>
    <message>
        <source>{name} cannot be turned into cells: {GetLastErrorMsg}</source>
        <translation>{name} no se puede convertir en celdas: {GetLastErrorMsg}</translation>
    </message>
    <message>
        <source>{name} cos</source>
        <translation>{name} coseno</translation>
    </message>
    <message>
        <source>{name} does not compare {factors} with {factors2}</source>
        <translation>{name} no compara {factors} con {factors2}</translation>
    </message>
    <message>
        <source>{name} does not name the cut points of its model (metadata CLASS_CUTS); give an inventory, or choose another scheme</source>
        <translation>{name} no nombra los puntos de corte de su modelo (metadatos CLASS_CUTS); indique un inventario o elija otro esquema</translation>
    </message>
    <message>
        <source>{name} does not tell the soil layers (metadata LAYER_BOTTOMS_M); give the output 'Depth the model looks at' of 'Map susceptibility/uncertainty'</source>
        <translation>{name} no dice las capas del suelo (metadatos LAYER_BOTTOMS_M); indique la salida 'Depth the model looks at' de 'Map susceptibility/uncertainty'</translation>
    </message>
    <message>
        <source>{name} does not tell values under {resolved} apart (metadata {RESOLVED}); limits below it part what is the same, so take limits from there up</source>
        <translation>{name} no distingue valores menores que {resolved} (metadatos {RESOLVED}); los límites por debajo separan lo que es igual, así que tome límites desde ahí</translation>
    </message>
    <message>
        <source>{name} down to {bottom} m is given twice; keep one raster of it</source>
        <translation>{name} hasta {bottom} m se indica dos veces; conserve un ráster</translation>
    </message>
    <message>
        <source>{name} exists and is not a model bundle; choose another or an empty folder</source>
        <translation>{name} existe y no es un paquete de modelo; elija otra carpeta o una vacía</translation>
    </message>
    <message>
        <source>{name} falls by {value} mm in the step that ends at {iso}, so that its numbers do not run on as RAIN_IS ({kind}) says; give amount, day or running, whichever they are</source>
        <translation>{name} baja {value} mm en el paso que termina en {iso}, así que sus números no siguen sumando como dice RAIN_IS ({kind}); indique amount, day o running, lo que sean</translation>
    </message>
    <message>
        <source>{name} from {WORTH_IT_CELLS} cells on, else {name2}</source>
        <translation>{name} desde {WORTH_IT_CELLS} celdas, si no {name2}</translation>
    </message>
    <message>
        <source>{name} gives landslides only, no stable sample; mark stable features with 0 in the label field, or draw stable places at random</source>
        <translation>{name} da solo deslizamientos, ninguna muestra estable; marque los objetos estables con 0 en el campo de etiqueta o sortee lugares estables al azar</translation>
    </message>
    <message>
        <source>{name} gives {count} landslides on cells with all factors; at least {MINIMUM_LANDSLIDES} are needed{why}</source>
        <translation>{name} da {count} deslizamientos en celdas con todos los factores; hacen falta al menos {MINIMUM_LANDSLIDES}{why}</translation>
    </message>
    <message>
        <source>{name} gives {most} mm in the {step_h} h that end at {iso}, more than ever fell; give the RAIN_UNIT it is really in, RAIN_IS where its numbers run on, or declare its no-data</source>
        <translation>{name} da {most} mm en las {step_h} h que terminan en {iso}, más de lo que nunca llovió; indique la RAIN_UNIT en que está de verdad, RAIN_IS si sus números siguen sumando, o declare su valor sin datos</translation>
    </message>
    <message>
        <source>{name} gives {name2}, but the soil has no {name3}; use a complete soil</source>
        <translation>{name} da {name2}, pero el suelo no tiene {name3}; use un suelo completo</translation>
    </message>
    <message>
        <source>{name} goes down to {low}; allowed: 0 to 90 degrees; declare its no-data value</source>
        <translation>{name} baja hasta {low}; se admite: de 0 a 90 grados; declare su valor sin datos</translation>
    </message>
    <message>
        <source>{name} goes down to {low}; allowed: 0 to 90 degrees; say its no-data value (NODATA)</source>
        <translation>{name} baja hasta {low}; se admite: de 0 a 90 grados; indique su valor sin datos (NODATA)</translation>
    </message>
    <message>
        <source>{name} has</source>
        <translation>{name} tiene</translation>
    </message>
    <message>
        <source>{name} has a band for each trigger scenario, but no scenario table is given; give the table it was made with</source>
        <translation>{name} tiene una banda por escenario desencadenante, pero no se indica tabla de escenarios; indique la tabla con la que se hizo</translation>
    </message>
    <message>
        <source>{name} has a field {name2}, as the area of a unit is called; rename it</source>
        <translation>{name} tiene un campo {name2}, como se llama el área de una unidad; cámbiele el nombre</translation>
    </message>
    <message>
        <source>{name} has a single cell, whose size nothing tells; give its rain as a gauge (GAUGES)</source>
        <translation>{name} tiene una sola celda, cuyo tamaño no dice nada; indique su lluvia como pluviómetro (GAUGES)</translation>
    </message>
    <message>
        <source>{name} has bands {value}; none is named {name2}</source>
        <translation>{name} tiene las bandas {value}; ninguna se llama {name2}</translation>
    </message>
    <message>
        <source>{name} has coordinates that are not numbers; repair the layer (Fix geometries)</source>
        <translation>{name} tiene coordenadas que no son números; repare la capa (Corregir geometrías)</translation>
    </message>
    <message>
        <source>{name} has no CRS; assign the right one (Assign projection), then run again</source>
        <translation>{name} no tiene SRC; asigne el correcto (Asignar proyección) y ejecute de nuevo</translation>
    </message>
    <message>
        <source>{name} has no band {value}; it has {value2}; bands are named after the return periods of the scenario table</source>
        <translation>{name} no tiene la banda {value}; tiene {value2}; las bandas llevan el nombre de los períodos de retorno de la tabla de escenarios</translation>
    </message>
    <message>
        <source>{name} has no classified cell; choose the class raster of a map</source>
        <translation>{name} no tiene ninguna celda clasificada; elija el ráster de clases de un mapa</translation>
    </message>
    <message>
        <source>{name} has no column beside {value}; give one with annual maxima in mm</source>
        <translation>{name} no tiene más columna que {value}; indique una con máximos anuales en mm</translation>
    </message>
    <message>
        <source>{name} has no column of a step, such as h006 (the hours from its beginning to the end); it has {value}</source>
        <translation>{name} no tiene columna de un paso, como h006 (las horas desde su comienzo hasta el final); tiene {value}</translation>
    </message>
    <message>
        <source>{name} has no column time, nor start and end; it has {value}</source>
        <translation>{name} no tiene columna time, ni start y end; tiene {value}</translation>
    </message>
    <message>
        <source>{name} has no column {column}; it has {value}. A table of gauges has {value2}, a row a station and step</source>
        <translation>{name} no tiene la columna {column}; tiene {value}. Una tabla de pluviómetros tiene {value2}, y una fila por estación y paso</translation>
    </message>
    <message>
        <source>{name} has no column {key}; it has {value}</source>
        <translation>{name} no tiene la columna {key}; tiene {value}</translation>
    </message>
    <message>
        <source>{name} has no columns of rain (h006: the hours from where a step begins to the end) and no table of rain is given; choose the table that 'Build rain series' wrote</source>
        <translation>{name} no tiene columnas de lluvia (h006: las horas desde el comienzo de un paso hasta el final) y no se indica ninguna tabla de lluvia; elija la tabla que escribió 'Build rain series'</translation>
    </message>
    <message>
        <source>{name} has no coordinates along {GetName}; warp the rain to an even grid first</source>
        <translation>{name} no tiene coordenadas a lo largo de {GetName}; reproyecte antes la lluvia a una malla regular</translation>
    </message>
    <message>
        <source>{name} has no data anywhere; choose a raster with values</source>
        <translation>{name} no tiene datos en ninguna parte; elija un ráster con valores</translation>
    </message>
    <message>
        <source>{name} has no data anywhere; choose a slope raster with values</source>
        <translation>{name} no tiene datos en ninguna parte; elija un ráster de pendiente con valores</translation>
    </message>
    <message>
        <source>{name} has no data anywhere; give a raster with values, or leave it out</source>
        <translation>{name} no tiene datos en ninguna parte; indique un ráster con valores, u omítalo</translation>
    </message>
    <message>
        <source>{name} has no features; give the samples whose rain is wanted</source>
        <translation>{name} no tiene objetos; indique las muestras cuya lluvia se busca</translation>
    </message>
    <message>
        <source>{name} has no field as 'Factors of mapping units' writes them (slope_mean); choose the FIELDS that are factors among {value}</source>
        <translation>{name} no tiene ningún campo como los que escribe 'Factors of mapping units' (slope_mean); elija los FIELDS que son factores entre {value}</translation>
    </message>
    <message>
        <source>{name} has no field {name2}; it has {value}</source>
        <translation>{name} no tiene el campo {name2}; tiene {value}</translation>
    </message>
    <message>
        <source>{name} has no field {value}, which the model needs; it has {value2}</source>
        <translation>{name} no tiene el campo {value}, que el modelo necesita; tiene {value2}</translation>
    </message>
    <message>
        <source>{name} has no landslide on a cell with a value of {name2}</source>
        <translation>{name} no tiene ningún deslizamiento en una celda con valor de {name2}</translation>
    </message>
    <message>
        <source>{name} has no landslide on a cell with a value of {name2}{why}</source>
        <translation>{name} no tiene ningún deslizamiento en una celda con valor de {name2}{why}</translation>
    </message>
    <message>
        <source>{name} has no landslide on cells with all factors that took no part in the training; leave it out or give another inventory</source>
        <translation>{name} no tiene ningún deslizamiento, en celdas con todos los factores, que no participara en el entrenamiento; omítalo o indique otro inventario</translation>
    </message>
    <message>
        <source>{name} has no lines; leave it out or choose another layer</source>
        <translation>{name} no tiene líneas; omítala o elija otra capa</translation>
    </message>
    <message>
        <source>{name} has no map with the id map; give its map that id, or leave TEMPLATE out</source>
        <translation>{name} no tiene ningún mapa con el id map; dé ese id a su mapa u omita TEMPLATE</translation>
    </message>
    <message>
        <source>{name} has no rows</source>
        <translation>{name} no tiene filas</translation>
    </message>
    <message>
        <source>{name} has no rows; choose a layer or table of units</source>
        <translation>{name} no tiene filas; elija una capa o tabla de unidades</translation>
    </message>
    <message>
        <source>{name} has no rows; give a table with a row a sample and a column a step</source>
        <translation>{name} no tiene filas; indique una tabla con una fila por muestra y una columna por paso</translation>
    </message>
    <message>
        <source>{name} has no rows; give factor and weight, or a matrix of comparisons</source>
        <translation>{name} no tiene filas; indique factor y peso, o una matriz de comparaciones</translation>
    </message>
    <message>
        <source>{name} has no series of event {event}; it has {value}</source>
        <translation>{name} no tiene ninguna serie del evento {event}; tiene {value}</translation>
    </message>
    <message>
        <source>{name} has no stable place on a cell with a value of {name2}</source>
        <translation>{name} no tiene ningún lugar estable en una celda con valor de {name2}</translation>
    </message>
    <message>
        <source>{name} has one layer, which does not tell how long its step is; give STEP in hours</source>
        <translation>{name} tiene una sola capa, que no dice cuánto dura su paso; indique STEP en horas</translation>
    </message>
    <message>
        <source>{name} has only {years} years: return levels are very uncertain</source>
        <translation>{name} tiene solo {years} años: los niveles de retorno son muy inciertos</translation>
    </message>
    <message>
        <source>{name} has schema {schema}, this plugin reads up to {SCHEMA}; update the plugin</source>
        <translation>{name} tiene el esquema {schema} y este complemento lee hasta {SCHEMA}; actualice el complemento</translation>
    </message>
    <message>
        <source>{name} has several bands on another grid; align it first (Warp)</source>
        <translation>{name} tiene varias bandas en otra malla; alinéelo primero (Combar)</translation>
    </message>
    <message>
        <source>{name} has shape {shape}, the samples need {shape2}</source>
        <translation>{name} tiene la forma {shape} y las muestras necesitan {shape2}</translation>
    </message>
    <message>
        <source>{name} has steps of {shown} h; give a file whose steps are of one length</source>
        <translation>{name} tiene pasos de {shown} h; indique un archivo cuyos pasos duren lo mismo</translation>
    </message>
    <message>
        <source>{name} has steps of {step_h} h, from which steps of {step_h2} h cannot be made; give a whole number of them</source>
        <translation>{name} tiene pasos de {step_h} h, con los que no se pueden formar pasos de {step_h2} h; indique un número entero de ellos</translation>
    </message>
    <message>
        <source>{name} has two bands named {name2}; name one of them otherwise</source>
        <translation>{name} tiene dos bandas llamadas {name2}; llame a una de otra forma</translation>
    </message>
    <message>
        <source>{name} has {bands} bands and no depths in its name; give {bands2} layer bottoms (there are {given}), or a name like friction_deg_0-1m</source>
        <translation>{name} tiene {bands} bandas y ninguna profundidad en su nombre; indique {bands2} bases de capas (hay {given}), o un nombre como friction_deg_0-1m</translation>
    </message>
    <message>
        <source>{name} has {bands} bands; the scenarios {value} need one each</source>
        <translation>{name} tiene {bands} bandas; los escenarios {value} necesitan una cada uno</translation>
    </message>
    <message>
        <source>{name} has {candidates} fields that could hold the class ({value}); name the right one; it has {value2}</source>
        <translation>{name} tiene {candidates} campos que podrían contener la clase ({value}); nombre el correcto; tiene {value2}</translation>
    </message>
    <message>
        <source>{name} has {ratio} times the mean, {before} {less}</source>
        <translation>{name} tiene {ratio} veces la media, {before} {less}</translation>
    </message>
    <message>
        <source>{name} has {rows} rows and {name2} {_said} bands</source>
        <translation>{name} tiene {rows} filas y {name2} {_said} bandas</translation>
    </message>
    <message>
        <source>{name} has {what}, and folds are made by place; name the fields with its coordinates in metres (X_FIELD, Y_FIELD)</source>
        <translation>{name} tiene {what}, y las particiones se hacen por lugar; nombre los campos con sus coordenadas en metros (X_FIELD, Y_FIELD)</translation>
    </message>
    <message>
        <source>{name} holds a catchment area of {low} m; give it in metres, not as a logarithm</source>
        <translation>{name} contiene un área de drenaje de {low} m; indíquela en metros, no como logaritmo</translation>
    </message>
    <message>
        <source>{name} holds a soil depth of {nanmax} m; give a raster of depths in metres, it is probably in cm or another raster</source>
        <translation>{name} contiene un espesor del suelo de {nanmax} m; indique un ráster de espesores en metros, probablemente está en cm o es otro ráster</translation>
    </message>
    <message>
        <source>{name} holds a soil depth of {nanmin} m; depths are positive downwards</source>
        <translation>{name} contiene un espesor del suelo de {nanmin} m; las profundidades son positivas hacia abajo</translation>
    </message>
    <message>
        <source>{name} holds a water-table depth of {nanmin} m; depths are positive downwards</source>
        <translation>{name} contiene una profundidad del nivel freático de {nanmin} m; las profundidades son positivas hacia abajo</translation>
    </message>
    <message>
        <source>{name} holds a {what} of {low} {unit}; {why}; say its no-data value (NODATA)</source>
        <translation>{name} contiene {what} de {low} {unit}; {why}; indique su valor sin datos (NODATA)</translation>
    </message>
    <message>
        <source>{name} holds catchment areas of at most {high} m, less than one cell of {round} m drains; give metres, it is probably a logarithm or a wetness index</source>
        <translation>{name} contiene áreas de drenaje de {high} m como mucho, menos de lo que drena una celda de {round} m; indique metros, probablemente es un logaritmo o un índice de humedad</translation>
    </message>
    <message>
        <source>{name} holds code {largest}; codes from {LARGEST_CODE} on are not kept apart in float32, so classes would merge; number them anew (Reclassify by table)</source>
        <translation>{name} contiene el código {largest}; los códigos desde {LARGEST_CODE} no se distinguen en float32, así que las clases se fundirían; numérelos de nuevo (Reclasificar por tabla)</translation>
    </message>
    <message>
        <source>{name} holds lines; an inventory holds points or polygons</source>
        <translation>{name} contiene líneas; un inventario contiene puntos o polígonos</translation>
    </message>
    <message>
        <source>{name} holds lines; units are polygons, points or rows of a table</source>
        <translation>{name} contiene líneas; las unidades son polígonos, puntos o filas de una tabla</translation>
    </message>
    <message>
        <source>{name} holds no model bundles; choose the folder BUNDLES of 'Compare models'</source>
        <translation>{name} no contiene paquetes de modelo; elija la carpeta BUNDLES de 'Compare models'</translation>
    </message>
    <message>
        <source>{name} holds no points; give a layer of points, for polygons those of 'Point on surface'</source>
        <translation>{name} no contiene puntos; indique una capa de puntos, y para polígonos los de 'Punto en superficie'</translation>
    </message>
    <message>
        <source>{name} holds no polygons: a share of a unit needs landslides with an area</source>
        <translation>{name} no contiene polígonos: la proporción de una unidad necesita deslizamientos con área</translation>
    </message>
    <message>
        <source>{name} holds no polygons; choose a layer of polygons</source>
        <translation>{name} no contiene polígonos; elija una capa de polígonos</translation>
    </message>
    <message>
        <source>{name} holds no polygons; give polygons of classes or a raster of codes</source>
        <translation>{name} no contiene polígonos; indique polígonos de clases o un ráster de códigos</translation>
    </message>
    <message>
        <source>{name} holds no polygons; landslides can only be counted in polygons</source>
        <translation>{name} no contiene polígonos; los deslizamientos solo se pueden contar en polígonos</translation>
    </message>
    <message>
        <source>{name} holds no two values that differ; natural breaks need five</source>
        <translation>{name} no contiene dos valores distintos; los cortes naturales necesitan cinco</translation>
    </message>
    <message>
        <source>{name} holds no value</source>
        <translation>{name} no contiene ningún valor</translation>
    </message>
    <message>
        <source>{name} holds no whole numbers; choose a class raster, or set THRESHOLD</source>
        <translation>{name} no contiene números enteros; elija un ráster de clases o defina THRESHOLD</translation>
    </message>
    <message>
        <source>{name} holds no whole numbers; put it in classes first (Classify any map), or choose a class raster</source>
        <translation>{name} no contiene números enteros; clasifíquelo primero (Clasificar cualquier mapa) o elija un ráster de clases</translation>
    </message>
    <message>
        <source>{name} holds rain from {nanmin} to {nanmax}; allowed: 0 to {HEAVIEST_RAIN_MM_H} mm/h</source>
        <translation>{name} contiene lluvia de {nanmin} a {nanmax}; se admite: de 0 a {HEAVIEST_RAIN_MM_H} mm/h</translation>
    </message>
    <message>
        <source>{name} holds the comparison {text}; allowed: 1/{SCALE} to {SCALE2}</source>
        <translation>{name} contiene la comparación {text}; se admite: de 1/{SCALE} a {SCALE2}</translation>
    </message>
    <message>
        <source>{name} holds whole numbers, such as classes; give a map of an uncertainty, such as the standard deviation of the ensemble</source>
        <translation>{name} contiene números enteros, como clases; indique un mapa de incertidumbre, como la desviación típica del conjunto</translation>
    </message>
    <message>
        <source>{name} holds whole numbers; a map of probabilities from 0 to 1 is needed</source>
        <translation>{name} contiene números enteros; hace falta un mapa de probabilidades de 0 a 1</translation>
    </message>
    <message>
        <source>{name} holds whole numbers; a map of probabilities is needed</source>
        <translation>{name} contiene números enteros; hace falta un mapa de probabilidades</translation>
    </message>
    <message>
        <source>{name} holds {code}; a raster of classes 1 to {names} is needed</source>
        <translation>{name} contiene {code}; hace falta un ráster de clases 1 a {names}</translation>
    </message>
    <message>
        <source>{name} holds {density_ratio} times the mean density, {name2} {density_ratio2}</source>
        <translation>{name} contiene {density_ratio} veces la densidad media, {name2} {density_ratio2}</translation>
    </message>
    <message>
        <source>{name} holds {fs} as a factor of safety; allowed: 0 or more, and no number that marks no-data, which would read as stable or failing ground. Say it (NODATA) or set it as the raster's no-data value</source>
        <translation>{name} contiene {fs} como factor de seguridad; se admite: 0 o más, y ningún número que marque sin datos, que se leería como terreno estable o en rotura. Dígalo (NODATA) o póngalo como valor sin datos del ráster</translation>
    </message>
    <message>
        <source>{name} holds {min} to {max}; SoilGrids {name2} is {low} to {high} {unit}</source>
        <translation>{name} contiene de {min} a {max}; {name2} de SoilGrids va de {low} a {high} {unit}</translation>
    </message>
    <message>
        <source>{name} holds {min} to {max}; a map of {kind} is needed</source>
        <translation>{name} contiene valores de {min} a {max}; hace falta un mapa de {kind}</translation>
    </message>
    <message>
        <source>{name} holds {name2} down to {bottom} m twice; keep one band of it</source>
        <translation>{name} contiene {name2} hasta {bottom} m dos veces; conserve una banda</translation>
    </message>
    <message>
        <source>{name} holds {odd} as a probability of failure; allowed: 0 to 1 ({why})</source>
        <translation>{name} contiene {odd} como probabilidad de rotura; se admite: de 0 a 1 ({why})</translation>
    </message>
    <message>
        <source>{name} holds {odd}; a class raster holds 1 (very low) to 5 (very high), and 0 for no data</source>
        <translation>{name} contiene {odd}; un ráster de clases contiene de 1 (muy baja) a 5 (muy alta), y 0 para sin datos</translation>
    </message>
    <message>
        <source>{name} holds {text} where a number is needed</source>
        <translation>{name} contiene {text} donde hace falta un número</translation>
    </message>
    <message>
        <source>{name} holds {value} in the step that ends at {iso}; rain is 0 or more. Declare the number as no-data in the file if it stands for that</source>
        <translation>{name} contiene {value} en el paso que termina en {iso}; la lluvia es 0 o más. Declare ese número como sin datos en el archivo si eso significa</translation>
    </message>
    <message>
        <source>{name} holds {value}; a map of probabilities from 0 to 1 is needed</source>
        <translation>{name} contiene {value}; hace falta un mapa de probabilidades de 0 a 1</translation>
    </message>
    <message>
        <source>{name} in {count} of {factors} folds</source>
        <translation>{name} en {count} de {factors} particiones</translation>
    </message>
    <message>
        <source>{name} in {folder} was not written by this plugin and stays</source>
        <translation>{name} en {folder} no lo escribió este complemento y se queda</translation>
    </message>
    <message>
        <source>{name} in {get}</source>
        <translation>{name} en {get}</translation>
    </message>
    <message>
        <source>{name} is a model of events; choose a bundle of susceptibility</source>
        <translation>{name} es un modelo de eventos; elija un paquete de susceptibilidad</translation>
    </message>
    <message>
        <source>{name} is a model of susceptibility, not of events; choose one of Train event model, or map it with Map susceptibility/uncertainty</source>
        <translation>{name} es un modelo de susceptibilidad, no de eventos; elija uno de Entrenar modelo de eventos, o cartografíelo con Mapear susceptibilidad e incertidumbre</translation>
    </message>
    <message>
        <source>{name} is at most {largest}; SoilGrids {name2} is in {unit} as downloaded, this is probably in {other}; give the rasters unscaled</source>
        <translation>{name} es como mucho {largest}; {name2} de SoilGrids descargado está en {unit}, y este probablemente en {other}; indique los rásteres sin escalar</translation>
    </message>
    <message>
        <source>{name} is brought onto the grid of the factors by bilinear resampling: {how}</source>
        <translation>{name} se lleva a la malla de los factores por remuestreo bilineal: {how}</translation>
    </message>
    <message>
        <source>{name} is empty; choose a layer with features</source>
        <translation>{name} está vacío; elija una capa con objetos</translation>
    </message>
    <message>
        <source>{name} is empty; choose an inventory with points or polygons</source>
        <translation>{name} está vacío; elija un inventario con puntos o polígonos</translation>
    </message>
    <message>
        <source>{name} is empty; choose an inventory with points or polygons, or leave it out</source>
        <translation>{name} está vacío; elija un inventario con puntos o polígonos, u omítalo</translation>
    </message>
    <message>
        <source>{name} is in {crs_name} and the raster in {crs_name2}; assign the right CRS to both</source>
        <translation>{name} está en {crs_name} y el ráster en {crs_name2}; asigne el SRC correcto a ambos</translation>
    </message>
    <message>
        <source>{name} is in {crs_name}, the first raster in {crs_name2}; reproject it to that CRS and grid first</source>
        <translation>{name} está en {crs_name} y el primer ráster en {crs_name2}; reproyéctelo primero a ese SRC y esa malla</translation>
    </message>
    <message>
        <source>{name} is no readable .zip of a model bundle: {error}</source>
        <translation>{name} no es un .zip legible de un paquete de modelo: {error}</translation>
    </message>
    <message>
        <source>{name} is not a model bundle (no {RECORD}); choose the folder or .zip of a trained model</source>
        <translation>{name} no es un paquete de modelo (no hay {RECORD}); elija la carpeta o el .zip de un modelo entrenado</translation>
    </message>
    <message>
        <source>{name} is on another grid: {how}; align it first ('Derive terrain factors' with Align does it)</source>
        <translation>{name} está en otra malla: {how}; alinéelo primero ('Derive terrain factors' con Alinear lo hace)</translation>
    </message>
    <message>
        <source>{name} is stamped in the middle of its hours or days (such as {iso} in steps of {step_h} h), which may be their middle or not; give STAMPED: middle, start or end</source>
        <translation>{name} lleva marcas en medio de sus horas o días (como {iso} en pasos de {step_h} h), que pueden ser su centro o no; indique STAMPED: middle, start o end</translation>
    </message>
    <message>
        <source>{name} is {__name__}</source>
        <translation>{name} es {__name__}</translation>
    </message>
    <message>
        <source>{name} is {seen} everywhere, so no cell is more uncertain than another; a model of one member has no spread, map another uncertainty</source>
        <translation>{name} es {seen} en todas partes, así que ninguna celda es más incierta que otra; un modelo de un solo miembro no tiene dispersión, cartografíe otra incertidumbre</translation>
    </message>
    <message>
        <source>{name} keeps no samples, which response curves are drawn from; train the model again</source>
        <translation>{name} no guarda muestras, de las que se trazan las curvas de respuesta; entrene el modelo de nuevo</translation>
    </message>
    <message>
        <source>{name} lacks {file}; copy the whole folder</source>
        <translation>A {name} le falta {file}; copie la carpeta entera</translation>
    </message>
    <message>
        <source>{name} lacks {value} in the layer down to {lower} m</source>
        <translation>A {name} le falta {value} en la capa hasta {lower} m</translation>
    </message>
    <message>
        <source>{name} lies outside the DEM; {name2} is measured to it all the same</source>
        <translation>{name} está fuera del MDE; {name2} se mide hasta ello de todos modos</translation>
    </message>
    <message>
        <source>{name} names event {value} more than once; each event has one row</source>
        <translation>{name} nombra el evento {value} más de una vez; cada evento tiene una fila</translation>
    </message>
    <message>
        <source>{name} names no CRS, so nothing tells where the samples lie on it; assign it the right one</source>
        <translation>{name} no nombra ningún SRC, así que nada dice dónde quedan en él las muestras; asígnele el correcto</translation>
    </message>
    <message>
        <source>{name} needs the columns {value}</source>
        <translation>{name} necesita las columnas {value}</translation>
    </message>
    <message>
        <source>{name} of T{period}: {name2}</source>
        <translation>{name} de T{period}: {name2}</translation>
    </message>
    <message>
        <source>{name} of the training job cannot be read: {error}</source>
        <translation>{name} del trabajo de entrenamiento no se puede leer: {error}</translation>
    </message>
    <message>
        <source>{name} of {scenario} is {values}, trained from {least} to {most}</source>
        <translation>{name} de {scenario} es {values}, entrenado de {least} a {most}</translation>
    </message>
    <message>
        <source>{name} ranges from {min}; allowed: above 0</source>
        <translation>{name} empieza en {min}; se admite: mayor que 0</translation>
    </message>
    <message>
        <source>{name} ranges from {words}; each range must rise</source>
        <translation>{name} va de {words}; cada rango debe ser creciente</translation>
    </message>
    <message>
        <source>{name} reaches a {what} of {high}; allowed: 0 to {highest} {unit}; it is probably in {guess}; {remedy}</source>
        <translation>{name} llega a {what} de {high}; se admite: de 0 a {highest} {unit}; probablemente es {guess}; {remedy}</translation>
    </message>
    <message>
        <source>{name} reaches {high}; allowed: 0 to 90 degrees; it is probably a DEM or another raster</source>
        <translation>{name} llega a {high}; se admite: de 0 a 90 grados; probablemente es un MDE u otro ráster</translation>
    </message>
    <message>
        <source>{name} reaches {high}; allowed: 0 to 90 degrees; it is probably in percent</source>
        <translation>{name} llega a {high}; se admite: de 0 a 90 grados; probablemente está en porcentaje</translation>
    </message>
    <message>
        <source>{name} reaches {high}; allowed: 0 to 90 degrees; it is probably {guess}</source>
        <translation>{name} llega a {high}; se admite: de 0 a 90 grados; probablemente es {guess}</translation>
    </message>
    <message>
        <source>{name} reaches {steepest_deg} at most; give degrees, it is probably in radians or the tangent</source>
        <translation>{name} llega como mucho a {steepest_deg}; indique grados, probablemente está en radianes o es la tangente</translation>
    </message>
    <message>
        <source>{name} sin</source>
        <translation>{name} seno</translation>
    </message>
    <message>
        <source>{name} states a spread of the soil depth ({DEPTH_COV}) of {text}; allowed: 0 to {LARGEST_COV}; correct its metadata, or set the spread of soil depth yourself</source>
        <translation>{name} declara una dispersión del espesor del suelo ({DEPTH_COV}) de {text}; se admite: de 0 a {LARGEST_COV}; corrija sus metadatos o defina usted la dispersión</translation>
    </message>
    <message>
        <source>{name} was not written by this plugin and stays; the stack gets no description: to have one, choose another name for it</source>
        <translation>{name} no lo escribió este complemento y se queda; la pila no recibe descripción: para tenerla, elija otro nombre</translation>
    </message>
    <message>
        <source>{name} was trained on cells of rasters, not on mapping units; map it by 'Map susceptibility/uncertainty', then sum the map up by 'Sum up a map by polygons'</source>
        <translation>{name} se entrenó con celdas de rásteres, no con unidades cartográficas; cartografíelo con 'Map susceptibility/uncertainty' y resuma el mapa con 'Sum up a map by polygons'</translation>
    </message>
    <message>
        <source>{name} was trained on mapping units ({unit}) and their fields, not on cells of rasters; map it by 'Map mapping units'</source>
        <translation>{name} se entrenó con unidades cartográficas ({unit}) y sus campos, no con celdas de rásteres; cartografíelo con 'Map mapping units'</translation>
    </message>
    <message>
        <source>{name} was turned into cells of {cell_width} x {cell_height} units of {crs_name}</source>
        <translation>{name} se convirtió en celdas de {cell_width} x {cell_height} unidades de {crs_name}</translation>
    </message>
    <message>
        <source>{name} {_word} (not {_word2})</source>
        <translation>{name} {_word} (no {_word2})</translation>
    </message>
    <message>
        <source>{name}, average precision {number}</source>
        <translation>{name}, precisión media {number}</translation>
    </message>
    <message>
        <source>{name}, cosine</source>
        <translation>{name}, coseno</translation>
    </message>
    <message>
        <source>{name}, sine</source>
        <translation>{name}, seno</translation>
    </message>
    <message>
        <source>{name}, {end} end of the rain</source>
        <translation>{name}, extremo {end} de la lluvia</translation>
    </message>
    <message>
        <source>{name}: a number is still taken for a choice; better write {name2}={value}</source>
        <translation>{name}: un número aún se toma por una opción; mejor escriba {name2}={value}</translation>
    </message>
    <message>
        <source>{name}: annual maximum rain of {duration_h} h</source>
        <translation>{name}: lluvia máxima anual de {duration_h} h</translation>
    </message>
    <message>
        <source>{name}: codes of field {name2} go beyond {LARGEST_CODE}; choose another</source>
        <translation>{name}: los códigos del campo {name2} pasan de {LARGEST_CODE}; elija otro</translation>
    </message>
    <message>
        <source>{name}: column {value} occurs twice; keep one of them</source>
        <translation>{name}: la columna {value} aparece dos veces; conserve una</translation>
    </message>
    <message>
        <source>{name}: columns {value} tell no duration; choose one column, or name them like '24 h'</source>
        <translation>{name}: las columnas {value} no dicen ninguna duración; elija una columna, o nómbrelas como '24 h'</translation>
    </message>
    <message>
        <source>{name}: field {id_field} has {what}; each sample needs an id of its own</source>
        <translation>{name}: el campo {id_field} tiene {what}; cada muestra necesita un id propio</translation>
    </message>
    <message>
        <source>{name}: from {iso} to {iso2} is no whole number of steps of {value} h; give STEP, or a file whose steps are of one length</source>
        <translation>{name}: de {iso} a {iso2} no hay un número entero de pasos de {value} h; indique STEP, o un archivo cuyos pasos duren lo mismo</translation>
    </message>
    <message>
        <source>{name}: intensity_mm_h names a raster, which has no band; leave the columns {value} out</source>
        <translation>{name}: intensity_mm_h nombra un ráster, que no tiene banda; omita las columnas {value}</translation>
    </message>
    <message>
        <source>{name}: intensity_mm_h {low} to {high}</source>
        <translation>{name}: intensity_mm_h {low} a {high}</translation>
    </message>
    <message>
        <source>{name}: its bands are in several units ({value})</source>
        <translation>{name}: sus bandas están en varias unidades ({value})</translation>
    </message>
    <message>
        <source>{name}: its columns run from east to west; warp it to a north-up grid first</source>
        <translation>{name}: sus columnas van de este a oeste; reproyéctelo antes a una malla con el norte arriba</translation>
    </message>
    <message>
        <source>{name}: its numbers never fall within a day where they were looked at, as totals since the day's start do (ERA5-Land), and as hours of little rain may; give RAIN_IS: day if they are such totals, running if they run on from the beginning, amount if each is the rain of its step</source>
        <translation>{name}: sus números nunca bajan dentro de un día donde se miraron, como hacen los totales desde el comienzo del día (ERA5-Land) y también pueden hacer las horas de poca lluvia; indique RAIN_IS: day si son tales totales, running si siguen sumando desde el principio, amount si cada uno es la lluvia de su paso</translation>
    </message>
    <message>
        <source>{name}: its steps are not of one length without a hole; from h{step} on {value} is lacking</source>
        <translation>{name}: sus pasos no duran lo mismo sin ningún hueco; a partir de h{step} falta {value}</translation>
    </message>
    <message>
        <source>{name}: its times do not rise; {iso} follows {iso2}. Keep each step once</source>
        <translation>{name}: sus tiempos no crecen; {iso} sigue a {iso2}. Deje cada paso una vez</translation>
    </message>
    <message>
        <source>{name}: land-cover code {listed}{more} is not in the root table, which has {value}; add the missing codes</source>
        <translation>{name}: el código de cobertura {listed}{more} no está en la tabla de raíces, que tiene {value}; añada los códigos que faltan</translation>
    </message>
    <message>
        <source>{name}: leading uncertain input, share of the cells: {words}</source>
        <translation>{name}: entrada incierta principal, proporción de las celdas: {words}</translation>
    </message>
    <message>
        <source>{name}: lithology code {listed}{more} is not in the soil table, which has {value}; add the missing codes</source>
        <translation>{name}: el código de litología {listed}{more} no está en la tabla de suelos, que tiene {value}; añada los códigos que faltan</translation>
    </message>
    <message>
        <source>{name}: nothing tells the time of {value}; name the files by it, such as rain_2020083006.tif, or give START and STEP for files in the order of their names</source>
        <translation>{name}: nada dice el momento de {value}; nombre los archivos según él, como rain_2020083006.tif, o indique START y STEP para archivos en el orden de sus nombres</translation>
    </message>
    <message>
        <source>{name}: probability of failure, share of the cells: {words}</source>
        <translation>{name}: probabilidad de rotura, proporción de las celdas: {words}</translation>
    </message>
    <message>
        <source>{name}: row {number} has {row} cells, the header {columns}; with decimal commas, part the columns by semicolons</source>
        <translation>{name}: la fila {number} tiene {row} celdas y el encabezado {columns}; con coma decimal, separe las columnas con punto y coma</translation>
    </message>
    <message>
        <source>{name}: rows name {value}, the header {value2}; a matrix of comparisons has the same factors in the same order</source>
        <translation>{name}: las filas nombran {value} y el encabezado {value2}; una matriz de comparaciones tiene los mismos factores en el mismo orden</translation>
    </message>
    <message>
        <source>{name}: some return levels are below those of a shorter duration; they were raised to them</source>
        <translation>{name}: algunos niveles de retorno son menores que los de una duración más corta; se subieron hasta ellos</translation>
    </message>
    <message>
        <source>{name}: the accepted sets are worth {effective} of equal weight, so ranges are rough and values may be told that stand as not told; raise SETS or narrow the ranges that the table gives</source>
        <translation>{name}: los conjuntos aceptados valen por {effective} de igual peso, así que los rangos son aproximados y puede decirse de valores lo que queda sin decir; suba SETS o estreche los rangos que da la tabla</translation>
    </message>
    <message>
        <source>{name}: the accepted sets crowd at the {end} end of {name2}; values beyond it may do better, so widen the range if there are such soils, or doubt the model</source>
        <translation>{name}: los conjuntos aceptados se agolpan en el extremo {end} de {name2}; valores más allá pueden ir mejor, así que ensanche el rango si hay tales suelos, o dude del modelo</translation>
    </message>
    <message>
        <source>{name}: the layer down to {lower} m starts at {tops} m, not at {upper} m; layers must meet</source>
        <translation>{name}: la capa hasta {lower} m empieza en {tops} m y no en {upper} m; las capas deben tocarse</translation>
    </message>
    <message>
        <source>{name}: the record is damaged ({said}); train again</source>
        <translation>{name}: el registro está dañado ({said}); entrene de nuevo</translation>
    </message>
    <message>
        <source>{name}: the score of {factor} at {value} is {score}</source>
        <translation>{name}: la puntuación de {factor} en {value} es {score}</translation>
    </message>
    <message>
        <source>{name}: two columns have the same duration; choose one column</source>
        <translation>{name}: dos columnas tienen la misma duración; elija una</translation>
    </message>
    <message>
        <source>{name}: {EVALUATION} cannot be read: {error}</source>
        <translation>{name}: {EVALUATION} no se puede leer: {error}</translation>
    </message>
    <message>
        <source>{name}: {GetName} has no single axis of {words}; its axes are {value}</source>
        <translation>{name}: {GetName} no tiene un eje único de {words}; sus ejes son {value}</translation>
    </message>
    <message>
        <source>{name}: {GetName} has the axis {GetName2} of {GetSize} beside time and place; give a file with one of them</source>
        <translation>{name}: {GetName} tiene el eje {GetName2} de {GetSize} además de tiempo y lugar; indique un archivo con uno solo de ellos</translation>
    </message>
    <message>
        <source>{name}: {PERIOD} holds {text}; allowed: years above 0, or empty</source>
        <translation>{name}: {PERIOD} contiene {text}; se admite: años mayores que 0, o vacío</translation>
    </message>
    <message>
        <source>{name}: {RECORD} names no schema; it was not written by this plugin</source>
        <translation>{name}: {RECORD} no nombra ningún esquema; no lo escribió este complemento</translation>
    </message>
    <message>
        <source>{name}: {RECORD} was changed after training; train again or restore it</source>
        <translation>{name}: {RECORD} se cambió después del entrenamiento; entrene de nuevo o restáurelo</translation>
    </message>
    <message>
        <source>{name}: {area_percent} % of the area</source>
        <translation>{name}: {area_percent} % del área</translation>
    </message>
    <message>
        <source>{name}: {column} of {row} is {text}; allowed: mm of rain, 0 or more, or an empty cell for a gap</source>
        <translation>{name}: {column} de {row} es {text}; se admite: mm de lluvia, 0 o más, o una celda vacía para un hueco</translation>
    </message>
    <message>
        <source>{name}: {column} {value} occurs twice; keep one maximum a year</source>
        <translation>{name}: {column} {value} aparece dos veces; conserve un máximo por año</translation>
    </message>
    <message>
        <source>{name}: {ends} steps of {step_h} h that end from {iso} to {iso2}{gaps}; {words}; its clock is {clock}</source>
        <translation>{name}: {ends} pasos de {step_h} h que terminan de {iso} a {iso2}{gaps}; {words}; su reloj es {clock}</translation>
    </message>
    <message>
        <source>{name}: {factors} against {factors2} is {one}, the other way {other}; one must be the reciprocal of the other, or empty</source>
        <translation>{name}: {factors} frente a {factors2} es {one}, y al revés {other}; uno debe ser el inverso del otro, o estar vacío</translation>
    </message>
    <message>
        <source>{name}: {factor} has {value} and {score}, no numbers</source>
        <translation>{name}: {factor} tiene {value} y {score}, que no son números</translation>
    </message>
    <message>
        <source>{name}: {file} is damaged or was changed after training</source>
        <translation>{name}: {file} está dañado o se cambió después del entrenamiento</translation>
    </message>
    <message>
        <source>{name}: {file} is open in the project as layer {loaded}; remove that layer from the project, or choose another output</source>
        <translation>{name}: {file} está abierto en el proyecto como la capa {loaded}; quite esa capa del proyecto o elija otra salida</translation>
    </message>
    <message>
        <source>{name}: {key} {value} occurs twice; each sample has one row</source>
        <translation>{name}: {key} {value} aparece dos veces; cada muestra tiene una fila</translation>
    </message>
    <message>
        <source>{name}: {name2} beside it was not written by this plugin and stays; QGIS takes it when the file is opened anew: remove it to have the style of this plugin</source>
        <translation>{name}: {name2} a su lado no lo escribió este complemento y se queda; QGIS lo toma cuando el archivo se abre de nuevo: elimínelo para tener el estilo de este complemento</translation>
    </message>
    <message>
        <source>{name}: {name2} differs from {name3}: {how}</source>
        <translation>{name}: {name2} difiere de {name3}: {how}</translation>
    </message>
    <message>
        <source>{name}: {name2} fits badly (p {p_value})</source>
        <translation>{name}: {name2} ajusta mal (p {p_value})</translation>
    </message>
    <message>
        <source>{name}: {name2} is larger than any model; it is refused</source>
        <translation>{name}: {name2} es más grande que cualquier modelo; se rechaza</translation>
    </message>
    <message>
        <source>{name}: {name2} promises a file of {other_format}, but a GeoTIFF would be written; choose a name that ends in .tif, and export it afterwards (Translate)</source>
        <translation>{name}: {name2} promete un archivo de {other_format}, pero se escribiría un GeoTIFF; elija un nombre que termine en .tif y expórtelo después (Traducir)</translation>
    </message>
    <message>
        <source>{name}: {name2} promises {promised}, but {KINDS} would be written; choose a name that ends in .{ending}</source>
        <translation>{name}: {name2} promete {promised}, pero se escribiría {KINDS}; elija un nombre que termine en .{ending}</translation>
    </message>
    <message>
        <source>{name}: {share} % of the assessed cells are at or over the cap</source>
        <translation>{name}: el {share} % de las celdas evaluadas está en el tope o por encima</translation>
    </message>
    <message>
        <source>{name}: {value} % of the assessed cells have FS &lt; 1{mean}</source>
        <translation>{name}: el {value} % de las celdas evaluadas tiene FS &lt; 1{mean}</translation>
    </message>
    <message>
        <source>{name}: {value} classes of field {name2}, from its polygons</source>
        <translation>{name}: {value} clases del campo {name2}, de sus polígonos</translation>
    </message>
    <message>
        <source>{name}{label} holds no-data; drop those samples before training</source>
        <translation>{name}{label} contiene sin datos; elimine esas muestras antes de entrenar</translation>
    </message>
    <message>
        <source>{nearest_class_cells} cells have a category the model has not seen; they are mapped as the nearest known class, and the area of applicability shows them as outside</source>
        <translation>{nearest_class_cells} celdas tienen una categoría que el modelo no vio; se cartografían como la clase conocida más cercana, y el área de aplicabilidad las muestra como fuera</translation>
    </message>
    <message>
        <source>{nearest} have a class that is new to the model and were mapped as the nearest one that it knows.</source>
        <translation>{nearest} tienen una clase nueva para el modelo y se cartografiaron como la más cercana que conoce.</translation>
    </message>
    <message>
        <source>{neither} landslide samples have no date, or one that may lie on both sides of {day}; they are in neither part</source>
        <translation>{neither} muestras de deslizamiento no tienen fecha, o una que puede estar a ambos lados de {day}; no están en ninguna parte</translation>
    </message>
    <message>
        <source>{next} is asked for, but its layer is not given</source>
        <translation>Se pide {next}, pero no se indica su capa</translation>
    </message>
    <message>
        <source>{next} twice</source>
        <translation>{next} dos veces</translation>
    </message>
    <message>
        <source>{note}; of the other {sum} units {slid} are with landslides, and some with and some without are needed: fill the fields, or leave out those that are often empty</source>
        <translation>{note}; de las otras {sum} unidades {slid} tienen deslizamientos, y hacen falta unas con y otras sin: rellene los campos u omita los que a menudo están vacíos</translation>
    </message>
    <message>
        <source>{note}; slope and curvature change with the cell size. Derive the factors at about that size, or allow another cell size</source>
        <translation>{note}; la pendiente y la curvatura cambian con el tamaño de celda. Derive los factores con ese tamaño aproximado, o permita otro tamaño de celda</translation>
    </message>
    <message>
        <source>{numbers} and over</source>
        <translation>{numbers} y más</translation>
    </message>
    <message>
        <source>{n} rows of factors need the rain and the day of each, got {rained} of rain and {day_of_year} days</source>
        <translation>{n} filas de factores necesitan cada una su lluvia y su día; hay {rained} de lluvia y {day_of_year} días</translation>
    </message>
    <message>
        <source>{one_line}. {cells} landslides are too few for this study: add landslides, or train by hand, with 'Train bivariate model' and 2 spatial folds</source>
        <translation>{one_line}. {cells} deslizamientos son muy pocos para este estudio: añada deslizamientos o entrene a mano, con «Entrenar modelo bivariante» y 2 particiones espaciales</translation>
    </message>
    <message>
        <source>{only_first} cells have a value in the first map only, {only_second} in the second only</source>
        <translation>{only_first} celdas tienen valor solo en el primer mapa, {only_second} solo en el segundo</translation>
    </message>
    <message>
        <source>{ordered} annual maxima</source>
        <translation>{ordered} máximos anuales</translation>
    </message>
    <message>
        <source>{organic} layer values have over 8 % organic matter and {clay} over 60 % clay; water and conductivity are those at these limits</source>
        <translation>{organic} valores de capa tienen más del 8 % de materia orgánica y {clay} más del 60 % de arcilla; agua y conductividad son las de esos límites</translation>
    </message>
    <message>
        <source>{origin} names {named}, which is no Python interpreter; correct or clear it, or run "Set up modelling environment" with action Create</source>
        <translation>{origin} nombra {named}, que no es un intérprete de Python; corríjalo o bórrelo, o ejecute "Set up modelling environment" con la acción Crear</translation>
    </message>
    <message>
        <source>{outside} cells have triggers outside the range of the training</source>
        <translation>{outside} celdas tienen desencadenantes fuera del rango del entrenamiento</translation>
    </message>
    <message>
        <source>{outside} lie outside the area of applicability: nothing like them was trained on.</source>
        <translation>{outside} están fuera del área de aplicabilidad: no se entrenó con nada parecido.</translation>
    </message>
    <message>
        <source>{outside} samples lie beside {name} and have no rain: gaps throughout</source>
        <translation>{outside} muestras están fuera de {name} y no tienen lluvia: todo huecos</translation>
    </message>
    <message>
        <source>{outside} samples lie outside every polygon of {name}; extend the regions or give the mapped area</source>
        <translation>{outside} muestras están fuera de todos los polígonos de {name}; amplíe las regiones o indique el área cartografiada</translation>
    </message>
    <message>
        <source>{outside} units lie outside every polygon of {name}; extend the regions</source>
        <translation>{outside} unidades están fuera de todos los polígonos de {name}; amplíe las regiones</translation>
    </message>
    <message>
        <source>{outside} {what} points lie outside the grid ({named})</source>
        <translation>Puntos fuera de la malla: {outside} {what} ({named})</translation>
    </message>
    <message>
        <source>{outside} {what} polygons lie outside the grid ({named})</source>
        <translation>Polígonos fuera de la malla: {outside} {what} ({named})</translation>
    </message>
    <message>
        <source>{over_saturated} layer values hold more water than their pores</source>
        <translation>{over_saturated} valores de capa tienen más agua que poros</translation>
    </message>
    <message>
        <source>{over_saturated} layer values hold more water than their pores; the pores count as full</source>
        <translation>{over_saturated} valores de capa tienen más agua que poros; los poros cuentan como llenos</translation>
    </message>
    <message>
        <source>{pair} are known together (correlation {strongest}), less each by itself.</source>
        <translation>{pair} se conocen juntos (correlación {strongest}), menos cada uno por sí solo.</translation>
    </message>
    <message>
        <source>{parameter} is auto, but which end of {name} is dangerous is not known ({found}); set {parameter2} to high (as of a probability) or low (as of a factor of safety)</source>
        <translation>{parameter} es auto, pero no se sabe qué extremo de {name} es peligroso ({found}); ponga {parameter2} en high (como en una probabilidad) o low (como en un factor de seguridad)</translation>
    </message>
    <message>
        <source>{parted} cannot be aligned: {value}</source>
        <translation>{parted} no se puede alinear: {value}</translation>
    </message>
    <message>
        <source>{path} cannot be read as NetCDF: {why_refused}</source>
        <translation>{path} no se puede leer como NetCDF: {why_refused}</translation>
    </message>
    <message>
        <source>{path} cannot be read as a raster: {why_refused}</source>
        <translation>{path} no se puede leer como ráster: {why_refused}</translation>
    </message>
    <message>
        <source>{path} cannot be read as a vector layer: {why_refused}</source>
        <translation>{path} no se puede leer como capa vectorial: {why_refused}</translation>
    </message>
    <message>
        <source>{path} cannot be turned into polygons: {GetLastErrorMsg}</source>
        <translation>{path} no se puede convertir en polígonos: {GetLastErrorMsg}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}; choose another output</source>
        <translation>No se puede escribir en {path}: {strerror}; elija otra salida</translation>
    </message>
    <message>
        <source>{path} cannot be written: {value}; free some space or write elsewhere</source>
        <translation>No se puede escribir en {path}: {value}; libere espacio o escriba en otro lugar</translation>
    </message>
    <message>
        <source>{path} cannot be written; choose another output</source>
        <translation>No se puede escribir en {path}; elija otra salida</translation>
    </message>
    <message>
        <source>{path} has no layer {value}</source>
        <translation>{path} no tiene la capa {value}</translation>
    </message>
    <message>
        <source>{path} holds no raster band</source>
        <translation>{path} no contiene ninguna banda ráster</translation>
    </message>
    <message>
        <source>{path} is damaged or truncated at layer {value}: {GetLastErrorMsg}</source>
        <translation>{path} está dañado o cortado en la capa {value}: {GetLastErrorMsg}</translation>
    </message>
    <message>
        <source>{path} is damaged or truncated in band {value}: {GetLastErrorMsg}</source>
        <translation>{path} está dañado o cortado en la banda {value}: {GetLastErrorMsg}</translation>
    </message>
    <message>
        <source>{path} is read-only; choose another output or allow writing to it</source>
        <translation>{path} es de solo lectura; elija otra salida o permita escribir en él</translation>
    </message>
    <message>
        <source>{people_in_buildings} people in buildings</source>
        <translation>{people_in_buildings} personas en edificios</translation>
    </message>
    <message>
        <source>{people} people</source>
        <translation>{people} personas</translation>
    </message>
    <message>
        <source>{periods} scenarios x {columns} trigger columns do not fit values {shape}</source>
        <translation>{periods} escenarios x {columns} columnas de desencadenantes no concuerdan con los valores {shape}</translation>
    </message>
    <message>
        <source>{picture} cannot be written; choose another folder</source>
        <translation>{picture} no se puede escribir; elija otra carpeta</translation>
    </message>
    <message>
        <source>{place} does not pass its check ({error}); it is made anew</source>
        <translation>{place} no supera su comprobación ({error}); se hace de nuevo</translation>
    </message>
    <message>
        <source>{place} holds other files; choose a new folder for the environment</source>
        <translation>{place} contiene otros archivos; elija una carpeta nueva para el entorno</translation>
    </message>
    <message>
        <source>{place} holds {strange} beside an environment; move that, or choose a new folder for the environment</source>
        <translation>{place} contiene {strange} junto a un entorno; muévalo o elija una carpeta nueva para el entorno</translation>
    </message>
    <message>
        <source>{place} is complete already; checking it</source>
        <translation>{place} ya está completo; se comprueba</translation>
    </message>
    <message>
        <source>{place} is not a folder of its own; choose another for the environment</source>
        <translation>{place} no es una carpeta propia; elija otra para el entorno</translation>
    </message>
    <message>
        <source>{place} was not written by this plugin; move it, or choose another place for the model</source>
        <translation>{place} no lo escribió este complemento; muévalo o elija otro lugar para el modelo</translation>
    </message>
    <message>
        <source>{place}{reason}; choose another place or make room there</source>
        <translation>{place}{reason}; elija otro lugar o haga sitio allí</translation>
    </message>
    <message>
        <source>{plain_number} or less</source>
        <translation>{plain_number} o menos</translation>
    </message>
    <message>
        <source>{prediction_caption} In brackets the area under the curve.</source>
        <translation>{prediction_caption} Entre paréntesis el área bajo la curva.</translation>
    </message>
    <message>
        <source>{python} made no interpreter in {folder}</source>
        <translation>{python} no creó ningún intérprete en {folder}</translation>
    </message>
    <message>
        <source>{rainthresholds} with this series</source>
        <translation>{rainthresholds} con esta serie</translation>
    </message>
    <message>
        <source>{raster} cannot be {use}: its soil was calibrated on landslides that this training learns from and is judged by ({shared} of the {kept} that it remembers of {landslides}), so scores would be too good; compute it with a soil that was not calibrated, or that was calibrated on other landslides</source>
        <translation>{raster} no puede ser {use}: su suelo se calibró con deslizamientos de los que este entrenamiento aprende y con los que se evalúa ({shared} de los {kept} que recuerda de {landslides}), así que las puntuaciones serían demasiado buenas; calcúlelo con un suelo no calibrado, o calibrado con otros deslizamientos</translation>
    </message>
    <message>
        <source>{relative} holds landslides against the area and knows neither storms nor target probabilities; leave these out or choose other models</source>
        <translation>{relative} compara deslizamientos con el área y no conoce tormentas ni probabilidades objetivo; omítalas o elija otros modelos</translation>
    </message>
    <message>
        <source>{relative} is no probability and has no vote in a stacked mean; choose it alone, or beside others in 'Compare models'</source>
        <translation>{relative} no es una probabilidad y no vota en una media apilada; elíjalo solo, o junto a otros en 'Compare models'</translation>
    </message>
    <message>
        <source>{responsecurves} shows what the model makes of each field; the units outside its applicability want a visit</source>
        <translation>{responsecurves} muestra qué hace el modelo de cada campo; las unidades fuera de su aplicabilidad piden una visita</translation>
    </message>
    <message>
        <source>{retention} layer values have next to no clay, silt or organic matter; their retention is that of 1 % clay or silt and 0.1 % organic matter</source>
        <translation>{retention} valores de capa casi no tienen arcilla, limo o materia orgánica; su retención es la de 1 % de arcilla o limo y 0.1 % de materia orgánica</translation>
    </message>
    <message>
        <source>{role} {name} is a picture (red, green and blue), which holds colours and no values; choose the raster that it was drawn from</source>
        <translation>{role} {name} es una imagen (rojo, verde y azul), que contiene colores y no valores; elija el ráster del que se dibujó</translation>
    </message>
    <message>
        <source>{root} is not a package</source>
        <translation>{root} no es un paquete</translation>
    </message>
    <message>
        <source>{rows} x {cols} cells of {round} m</source>
        <translation>{rows} x {cols} celdas de {round} m</translation>
    </message>
    <message>
        <source>{rows} x {cols} of {cell_width} x {cell_height}</source>
        <translation>{rows} x {cols} de {cell_width} x {cell_height}</translation>
    </message>
    <message>
        <source>{said} Grey: outside the training.</source>
        <translation>{said} Gris: fuera del entrenamiento.</translation>
    </message>
    <message>
        <source>{said} than logistic regression</source>
        <translation>{said} que la regresión logística</translation>
    </message>
    <message>
        <source>{said}. "{instead}" needs none</source>
        <translation>{said}. "{instead}" no necesita ninguno</translation>
    </message>
    <message>
        <source>{said}: factors depend on each other and their evidence counts more than once; ranks may hold, probabilities lean on the calibration. Leave out factors that repeat others</source>
        <translation>{said}: los factores dependen unos de otros y su evidencia cuenta más de una vez; el orden puede valer, las probabilidades se apoyan en la calibración. Omita factores que repiten a otros</translation>
    </message>
    <message>
        <source>{said}: little sign of dependent factors</source>
        <translation>{said}: poco indicio de factores dependientes</translation>
    </message>
    <message>
        <source>{said}; P is that of a storm that triggered landslides</source>
        <translation>{said}; P es la de una tormenta que desencadenó deslizamientos</translation>
    </message>
    <message>
        <source>{said}; allowed: 0 to 1</source>
        <translation>{said}; se admite: de 0 a 1</translation>
    </message>
    <message>
        <source>{said}Against the share of the area: stable samples stand for the ground they were drawn from, and {how}. Curves against the share of the samples are in the metrics of the bundle and among the figures.</source>
        <translation>{said}Frente a la proporción del área: las muestras estables representan el terreno del que se sortearon, y {how}. Las curvas frente a la proporción de las muestras están en las métricas del paquete y entre las figuras.</translation>
    </message>
    <message>
        <source>{said}Against the share of the samples, since the bundle keeps none to weigh by area.</source>
        <translation>{said}Frente a la proporción de las muestras, porque el paquete no guarda ninguna para ponderar por área.</translation>
    </message>
    <message>
        <source>{samples} rows of {storms} storms, left out whole in {unique} folds</source>
        <translation>{samples} filas de {storms} tormentas, excluidas enteras en {unique} particiones</translation>
    </message>
    <message>
        <source>{samples} rows, {value} landslides, {specs} factors, rain of {steps} steps of {step_h} h</source>
        <translation>{samples} filas, {value} deslizamientos, {specs} factores, lluvia de {steps} pasos de {step_h} h</translation>
    </message>
    <message>
        <source>{samples} samples of {steps} steps of {step_h} h; {with_gaps} have gaps ({missing_steps} steps missing in all), which stay empty</source>
        <translation>{samples} muestras de {steps} pasos de {step_h} h; {with_gaps} tienen huecos (faltan {missing_steps} pasos en total), que quedan vacíos</translation>
    </message>
    <message>
        <source>{scale} D^{exponent}, below it {value} % of landslides</source>
        <translation>{scale} D^{exponent}, bajo él el {value} % de los deslizamientos</translation>
    </message>
    <message>
        <source>{scattered} units scatter more than {variance} in aspect and cannot be divided into parts of the least area</source>
        <translation>{scattered} unidades dispersan más de {variance} en orientación y no se pueden dividir en partes del área mínima</translation>
    </message>
    <message>
        <source>{second} minus {first} over {cells} cells: mean {mean_difference}, root mean square {rms_difference}, correlation {correlation}</source>
        <translation>{second} menos {first} en {cells} celdas: media {mean_difference}, raíz del error cuadrático medio {rms_difference}, correlación {correlation}</translation>
    </message>
    <message>
        <source>{shape} labels do not fit {shape2} probabilities</source>
        <translation>{shape} etiquetas no concuerdan con {shape2} probabilidades</translation>
    </message>
    <message>
        <source>{shape} steps of {step_h} h cannot be joined into steps of {step_h2} h; give a step that is a whole number of them and divides the window</source>
        <translation>{shape} pasos de {step_h} h no se pueden unir en pasos de {step_h2} h; indique un paso que sea un número entero de ellos y divida la ventana</translation>
    </message>
    <message>
        <source>{share} % of the cells are held to the largest depth</source>
        <translation>El {share} % de las celdas queda en el espesor máximo</translation>
    </message>
    <message>
        <source>{share} % of the cells are held to the smallest depth</source>
        <translation>El {share} % de las celdas queda en el espesor mínimo</translation>
    </message>
    <message>
        <source>{share} of exactly one height ({value}{rest})</source>
        <translation>{share} de exactamente una altura ({value}{rest})</translation>
    </message>
    <message>
        <source>{share} of its factors of safety are at or above the cap of {FS_CAP}</source>
        <translation>el {share} de sus factores de seguridad está en el tope de {FS_CAP} o por encima</translation>
    </message>
    <message>
        <source>{share} without slope</source>
        <translation>{share} sin pendiente</translation>
    </message>
    <message>
        <source>{short} and {long} are one result, which cannot be at {places} and at {places2}; give one of them</source>
        <translation>{short} y {long} son un solo resultado, que no puede estar en {places} y en {places2}; indique uno de los dos</translation>
    </message>
    <message>
        <source>{skipped} spatial folds held one class only and were skipped</source>
        <translation>{skipped} particiones espaciales contenían una sola clase y se omitieron</translation>
    </message>
    <message>
        <source>{skipped} spatial folds hold one class only and are skipped</source>
        <translation>{skipped} particiones espaciales contienen una sola clase y se omiten</translation>
    </message>
    <message>
        <source>{slides} landslide and {stable} stable samples lie {min_distance_m} m or more apart, too few to learn from; use a smaller distance</source>
        <translation>{slides} muestras de deslizamiento y {stable} estables están a {min_distance_m} m o más entre sí, demasiado pocas para aprender; use una distancia menor</translation>
    </message>
    <message>
        <source>{slid} landslides and {value} stable samples of {storms} storms. Below each threshold lie {share} % of the landslides that it was fitted to. An event of rain is what fell between gaps of at least {dry_gap_h} h without a step above {wet_mm} mm; of each series the {event} one counts.</source>
        <translation>{slid} deslizamientos y {value} muestras estables de {storms} tormentas. Bajo cada umbral queda el {share} % de los deslizamientos a los que se ajustó. Un evento de lluvia es lo que cayó entre pausas de al menos {dry_gap_h} h sin un paso de más de {wet_mm} mm; de cada serie cuenta uno (EVENT={event}).</translation>
    </message>
    <message>
        <source>{slid} units with landslides ({presence}), {value} without</source>
        <translation>{slid} unidades con deslizamientos ({presence}), {value} sin ellos</translation>
    </message>
    <message>
        <source>{slope}, {slope2} (1 is right)</source>
        <translation>{slope}, {slope2} (1 es correcta)</translation>
    </message>
    <message>
        <source>{small} polygons hold no cell's centre and got the cell of their own centre</source>
        <translation>{small} polígonos no contienen ningún centro de celda y toman la celda de su propio centro</translation>
    </message>
    <message>
        <source>{small} units are smaller than the least area: they touch no other</source>
        <translation>{small} unidades son menores que el área mínima: no tocan ninguna otra</translation>
    </message>
    <message>
        <source>{small} zones are smaller, since they touch no other that could take them in; bodies may have any size</source>
        <translation>{small} zonas son menores, porque no tocan otra que pudiera absorberlas; los cuerpos pueden tener cualquier tamaño</translation>
    </message>
    <message>
        <source>{small} {what} polygons hold no cell's centre and count with the cell of a point inside</source>
        <translation>Polígonos sin ningún centro de celda, que cuentan con la celda de un punto interior: {small} {what}</translation>
    </message>
    <message>
        <source>{small} {what} polygons {why} ({named}); choose polygon rule {cure} to keep them</source>
        <translation>Polígonos ({small} {what}): {why} ({named}); elija la regla de polígonos {cure} para conservarlos</translation>
    </message>
    <message>
        <source>{soilprofile} with the calibrated soil table, then {factorofsafety}</source>
        <translation>{soilprofile} con la tabla de suelos calibrada, luego {factorofsafety}</translation>
    </message>
    <message>
        <source>{soilprofile} with this depth, or {factorofsafety}</source>
        <translation>{soilprofile} con este espesor, o {factorofsafety}</translation>
    </message>
    <message>
        <source>{source} cannot be read: {why_refused}</source>
        <translation>{source} no se puede leer: {why_refused}</translation>
    </message>
    <message>
        <source>{source} gives nothing to calibrate: no column ending in {LOW} and {HIGH} holds a range, such as {STRENGTHS}{LOW2} and {STRENGTHS2}{HIGH2}; start from resources/tables/soil_parameters.csv</source>
        <translation>{source} no da nada que calibrar: ninguna columna terminada en {LOW} y {HIGH} contiene un rango, como {STRENGTHS}{LOW2} y {STRENGTHS2}{HIGH2}; parta de resources/tables/soil_parameters.csv</translation>
    </message>
    <message>
        <source>{source} has no column layer_bottom_m; it has {value}</source>
        <translation>{source} no tiene la columna layer_bottom_m; tiene {value}</translation>
    </message>
    <message>
        <source>{source} has no column return_period_yr; it has {value}</source>
        <translation>{source} no tiene la columna return_period_yr; tiene {value}</translation>
    </message>
    <message>
        <source>{source} has no column {value}; choose the best estimate</source>
        <translation>{source} no tiene la columna {value}; elija la mejor estimación</translation>
    </message>
    <message>
        <source>{source} has no column {value}; give one for each scenario, a row for each block of the storm</source>
        <translation>{source} no tiene la columna {value}; indique una por escenario, con una fila por bloque de la tormenta</translation>
    </message>
    <message>
        <source>{source} has unknown column {value}; allowed: return_period_yr, {allowed}</source>
        <translation>{source} tiene la columna desconocida {value}; se admite: return_period_yr, {allowed}</translation>
    </message>
    <message>
        <source>{source} has unknown column {value}; allowed: {value2}, and these with _low, _high, _residual or _source</source>
        <translation>{source} tiene la columna desconocida {value}; se admite: {value2}, y estas con _low, _high, _residual o _source</translation>
    </message>
    <message>
        <source>{source} has {cells} cells, which is not a multiple of {width} columns</source>
        <translation>{source} tiene {cells} celdas, que no es múltiplo de {width} columnas</translation>
    </message>
    <message>
        <source>{source} has {ends} alone; give both of {value}, or neither</source>
        <translation>{source} tiene solo {ends}; indique ambas de {value}, o ninguna</translation>
    </message>
    <message>
        <source>{source}, {column}: {value} of {cells} years have no value</source>
        <translation>{source}, {column}: {value} de {cells} años no tienen valor</translation>
    </message>
    <message>
        <source>{source}: all maxima of column {column} are {depth}; nothing can be fitted</source>
        <translation>{source}: todos los máximos de la columna {column} son {depth}; no hay nada que ajustar</translation>
    </message>
    <message>
        <source>{source}: code {code} has layer bottoms {bottoms} m; they must be positive and rise row by row</source>
        <translation>{source}: el código {code} tiene bases de capas {bottoms} m; deben ser positivas y crecer fila a fila</translation>
    </message>
    <message>
        <source>{source}: code {code} is not a whole number</source>
        <translation>{source}: el código {code} no es un número entero</translation>
    </message>
    <message>
        <source>{source}: code {code} occurs twice; keep one row of it</source>
        <translation>{source}: el código {code} aparece dos veces; conserve una fila</translation>
    </message>
    <message>
        <source>{source}: code {value}: {error}</source>
        <translation>{source}: código {value}: {error}</translation>
    </message>
    <message>
        <source>{source}: column {column} has {depth} years; at least {FEWEST_YEARS} are needed for return periods</source>
        <translation>{source}: la columna {column} tiene {depth} años; hacen falta al menos {FEWEST_YEARS} para períodos de retorno</translation>
    </message>
    <message>
        <source>{source}: column {column} holds {cell}, not a number of mm</source>
        <translation>{source}: la columna {column} contiene {cell}, que no es un número de mm</translation>
    </message>
    <message>
        <source>{source}: column {column} holds {min} beside {max} mm; see whether a point parts thousands there, as in 1.060 for 1060</source>
        <translation>{source}: la columna {column} contiene {min} junto a {max} mm; vea si un punto separa millares, como en 1.060 por 1060</translation>
    </message>
    <message>
        <source>{source}: column {column} holds {min} to {max}; allowed: 0 to {LARGEST_MM} mm</source>
        <translation>{source}: la columna {column} contiene de {min} a {max}; se admite: de 0 a {LARGEST_MM} mm</translation>
    </message>
    <message>
        <source>{source}: column {column} is at most {max}; give mm, it is probably in metres</source>
        <translation>{source}: la columna {column} es como mucho {max}; indique mm, probablemente está en metros</translation>
    </message>
    <message>
        <source>{source}: column {column} is empty; choose a gauge with values</source>
        <translation>{source}: la columna {column} está vacía; elija una estación con valores</translation>
    </message>
    <message>
        <source>{source}: column {name} holds a cell that is not a number</source>
        <translation>{source}: la columna {name} contiene una celda que no es un número</translation>
    </message>
    <message>
        <source>{source}: column {name} must hold numbers of at least 0, not all of them 0</source>
        <translation>{source}: la columna {name} debe contener números de al menos 0, no todos 0</translation>
    </message>
    <message>
        <source>{source}: row {place} has no {value}; each row needs {value2}</source>
        <translation>{source}: la fila {place} no tiene {value}; cada fila necesita {value2}</translation>
    </message>
    <message>
        <source>{source}: {column} has a {LOW} or {HIGH} without the other in the rows of code {value}; give both, or neither</source>
        <translation>{source}: {column} tiene {LOW} o {HIGH} sin el otro en las filas del código {value}; indique ambos o ninguno</translation>
    </message>
    <message>
        <source>{source}: {column} holds {get} of code {get2}, not a number</source>
        <translation>{source}: {column} contiene {get} en el código {get2}, que no es un número</translation>
    </message>
    <message>
        <source>{source}: {column} holds {text} in the row of code {get}, not a number</source>
        <translation>{source}: {column} contiene {text} en la fila del código {get}, que no es un número</translation>
    </message>
    <message>
        <source>{source}: {name} goes down to {low}; give kN/m3, it is probably a density in g/cm3 or t/m3</source>
        <translation>{source}: {name} baja hasta {low}; indique kN/m3, probablemente es una densidad en g/cm3 o t/m3</translation>
    </message>
    <message>
        <source>{source}: {name} goes down to {low}; it cannot be negative; declare no-data</source>
        <translation>{source}: {name} baja hasta {low}; no puede ser negativo; declare sin datos</translation>
    </message>
    <message>
        <source>{source}: {name} goes from {low} to {high}; give shares of the soil depth, -1 to 1</source>
        <translation>{source}: {name} va de {low} a {high}; indique proporciones del espesor del suelo, de -1 a 1</translation>
    </message>
    <message>
        <source>{source}: {name} holds {row}, not a number</source>
        <translation>{source}: {name} contiene {row}, que no es un número</translation>
    </message>
    <message>
        <source>{source}: {name} is at most {high}; give degrees, it is probably in radians</source>
        <translation>{source}: {name} es como mucho {high}; indique grados, probablemente está en radianes</translation>
    </message>
    <message>
        <source>{source}: {name} is at most {high}; give kPa, it is probably in MPa</source>
        <translation>{source}: {name} es como mucho {high}; indique kPa, probablemente está en MPa</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; allowed: 0 to 60 degrees</source>
        <translation>{source}: {name} llega a {high}; se admite: de 0 a 60 grados</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; give 1/m, it is probably in 1/MPa or 1/km</source>
        <translation>{source}: {name} llega a {high}; indique 1/m, probablemente está en 1/MPa o 1/km</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; give a ratio, it is probably in percent</source>
        <translation>{source}: {name} llega a {high}; indique una razón, probablemente está en porcentaje</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; give a share of the volume, it is probably in percent</source>
        <translation>{source}: {name} llega a {high}; indique una proporción del volumen, probablemente está en porcentaje</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; give kN/m3, it is probably in kg/m3</source>
        <translation>{source}: {name} llega a {high}; indique kN/m3, probablemente está en kg/m3</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; give kPa, it is probably in Pa</source>
        <translation>{source}: {name} llega a {high}; indique kPa, probablemente está en Pa</translation>
    </message>
    <message>
        <source>{source}: {name} reaches {high}; give m/s, it is probably in cm/day or mm/h</source>
        <translation>{source}: {name} llega a {high}; indique m/s, probablemente está en cm/día o mm/h</translation>
    </message>
    <message>
        <source>{specs} factors for {landslides} landslides: more than one for ten of them, so coefficients and curves of single factors are uncertain; leave out what says the same</source>
        <translation>{specs} factores para {landslides} deslizamientos: más de uno por cada diez, así que los coeficientes y curvas de factores sueltos son inciertos; omita lo que dice lo mismo</translation>
    </message>
    <message>
        <source>{specs} factors need rows (n, {specs2}), got {shape}</source>
        <translation>{specs} factores necesitan filas (n, {specs2}); hay {shape}</translation>
    </message>
    <message>
        <source>{specs} factors: {names}</source>
        <translation>{specs} factores: {names}</translation>
    </message>
    <message>
        <source>{stem}.json was not written by this plugin and stays; the series gets no record: to have one, choose another name for it</source>
        <translation>{stem}.json no lo escribió este complemento y se queda; la serie no recibe registro: para tener uno, elija otro nombre para ella</translation>
    </message>
    <message>
        <source>{steps} steps of {step_h} h cannot be joined to steps of {step_h2} h; give a whole multiple that divides the window</source>
        <translation>{steps} pasos de {step_h} h no se pueden unir en pasos de {step_h2} h; indique un múltiplo entero que divida la ventana</translation>
    </message>
    <message>
        <source>{study} is no folder of a study, which holds {RECORD}; choose one that 'Susceptibility study' wrote</source>
        <translation>{study} no es la carpeta de un estudio, que contiene {RECORD}; elija una que escribiera 'Susceptibility study'</translation>
    </message>
    <message>
        <source>{sum} cells have every factor</source>
        <translation>{sum} celdas tienen todos los factores</translation>
    </message>
    <message>
        <source>{sum} of them a soil profile</source>
        <translation>{sum} de ellas un perfil de suelo</translation>
    </message>
    <message>
        <source>{sum} of them lie in the mapped area</source>
        <translation>{sum} de ellas están en el área cartografiada</translation>
    </message>
    <message>
        <source>{sum} of them triggers from every raster of the scenario table</source>
        <translation>{sum} de ellas desencadenantes de cada ráster de la tabla de escenarios</translation>
    </message>
    <message>
        <source>{sum} of {kept} samples with whole series are landslides; thresholds need landslides and stable samples</source>
        <translation>{sum} de {kept} muestras con series completas son deslizamientos; los umbrales necesitan deslizamientos y muestras estables</translation>
    </message>
    <message>
        <source>{sum} of {rain} points have triggers outside the range of the training</source>
        <translation>{sum} de {rain} puntos tienen desencadenantes fuera del rango del entrenamiento</translation>
    </message>
    <message>
        <source>{sum} of {size} units are units with landslides; landslides across several units, which stay in one fold: {across}</source>
        <translation>{sum} de {size} unidades son unidades con deslizamientos; deslizamientos que cruzan varias unidades, que quedan en una partición: {across}</translation>
    </message>
    <message>
        <source>{sum} of {size} units hold landslides; training needs some with and some without: change the least number or share, or take smaller units</source>
        <translation>{sum} de {size} unidades contienen deslizamientos; el entrenamiento necesita unas con y otras sin: cambie el número o la proporción mínimos, o tome unidades menores</translation>
    </message>
    <message>
        <source>{sum} stable cells also hold a landslide and count as landslide</source>
        <translation>{sum} celdas estables contienen también un deslizamiento y cuentan como deslizamiento</translation>
    </message>
    <message>
        <source>{sum} stable samples of the training part lie on ground that slid from {day} on, as was not known then; the final model does not learn from them</source>
        <translation>{sum} muestras estables de la parte de entrenamiento están en terreno que deslizó desde {day}, lo que entonces no se sabía; el modelo final no aprende de ellas</translation>
    </message>
    <message>
        <source>{table_name} has {units} soils, but no lithology raster is given; give LITHOLOGY, or a table with one soil</source>
        <translation>{table_name} tiene {units} suelos, pero no se indica ráster de litología; indique LITHOLOGY o una tabla de un suelo</translation>
    </message>
    <message>
        <source>{table}: {column} holds {text}, neither a number nor a raster file beside the table</source>
        <translation>{table}: {column} contiene {text}, que no es ni un número ni un archivo ráster junto a la tabla</translation>
    </message>
    <message>
        <source>{table}: {text} has no value at all; check its no-data value</source>
        <translation>{table}: {text} no tiene ningún valor; compruebe su valor sin datos</translation>
    </message>
    <message>
        <source>{table}: {text} has {bands} bands; give rasters of one band</source>
        <translation>{table}: {text} tiene {bands} bandas; indique rásteres de una banda</translation>
    </message>
    <message>
        <source>{table}: {text} holds {column} from {low} to {high}; allowed: {least} to {most}</source>
        <translation>{table}: {text} contiene {column} de {low} a {high}; se admite: de {least} a {most}</translation>
    </message>
    <message>
        <source>{taken} steps of rain are asked for; at most {MOST_STEPS} are written: give START and END</source>
        <translation>Se piden {taken} pasos de lluvia; se escriben como mucho {MOST_STEPS}: indique START y END</translation>
    </message>
    <message>
        <source>{target} already holds {value}{value2}; choose a new or empty folder</source>
        <translation>{target} ya contiene {value}{value2}; elija una carpeta nueva o vacía</translation>
    </message>
    <message>
        <source>{target} cannot be replaced: {reason}; close what has it open and copy what was written from {part}</source>
        <translation>{target} no se puede reemplazar: {reason}; cierre lo que lo tenga abierto y copie lo escrito desde {part}</translation>
    </message>
    <message>
        <source>{target} was not written to its end; free some space or choose another output</source>
        <translation>{target} no se escribió hasta el final; libere espacio o elija otra salida</translation>
    </message>
    <message>
        <source>{template} cannot be read as a layout template: {error}</source>
        <translation>{template} no se puede leer como plantilla de composición: {error}</translation>
    </message>
    <message>
        <source>{template} is no layout template (.qpt); save one from a print layout</source>
        <translation>{template} no es una plantilla de composición (.qpt); guarde una desde una composición de impresión</translation>
    </message>
    <message>
        <source>{texture_sum} layer values of sand, silt and clay do not add up to 100 %</source>
        <translation>{texture_sum} valores de capa de arena, limo y arcilla no suman 100 %</translation>
    </message>
    <message>
        <source>{text}; nothing is known of that ground, which is not to say that it is safe</source>
        <translation>{text}; de ese terreno no se sabe nada, lo que no quiere decir que sea seguro</translation>
    </message>
    <message>
        <source>{text}; prefer logistic regression.</source>
        <translation>{text}; prefiera la regresión logística.</translation>
    </message>
    <message>
        <source>{title} is {value}; allowed: {allowed}</source>
        <translation>{title} es {value}; se admite: {allowed}</translation>
    </message>
    <message>
        <source>{title} on ground that took no part</source>
        <translation>{title} en terreno que no participó</translation>
    </message>
    <message>
        <source>{title} over the number of factors</source>
        <translation>{title} según el número de factores</translation>
    </message>
    <message>
        <source>{title}. {value} Maps: cells of {round} m, {crs_name}; north is up along the grid, lines are meridians and parallels.</source>
        <translation>{title}. {value} Mapas: celdas de {round} m, {crs_name}; el norte está arriba según la malla, las líneas son meridianos y paralelos.</translation>
    </message>
    <message>
        <source>{title}: {mean} AUROC (95 % interval {low} to {high}): {value}</source>
        <translation>{title}: {mean} AUROC (intervalo del 95 % de {low} a {high}): {value}</translation>
    </message>
    <message>
        <source>{title}: {span}; rain: {rain_name}</source>
        <translation>{title}: {span}; lluvia: {rain_name}</translation>
    </message>
    <message>
        <source>{trainbivariate} or {trainensemble} with these factors and your inventory</source>
        <translation>{trainbivariate} o {trainensemble} con estos factores y su inventario</translation>
    </message>
    <message>
        <source>{trainensemble} if classes and AUROC hold; else a better inventory first</source>
        <translation>{trainensemble} si las clases y el AUROC se mantienen; si no, antes un inventario mejor</translation>
    </message>
    <message>
        <source>{trainensemble} or {comparemodels} with the factors that were kept</source>
        <translation>{trainensemble} o {comparemodels} con los factores conservados</translation>
    </message>
    <message>
        <source>{trainensemble} with the sums of the rain, to see what the ground adds</source>
        <translation>{trainensemble} con las sumas de la lluvia, para ver qué añade el terreno</translation>
    </message>
    <message>
        <source>{trainunits} with these polygons and your inventory</source>
        <translation>{trainunits} con estos polígonos y su inventario</translation>
    </message>
    <message>
        <source>{twice} comes from two bands of one name; name one of them otherwise</source>
        <translation>{twice} viene de dos bandas del mismo nombre; llame a una de otra forma</translation>
    </message>
    <message>
        <source>{twice} features lie exactly where another one does: landslides entered twice count twice</source>
        <translation>{twice} objetos están exactamente donde otro: los deslizamientos introducidos dos veces cuentan dos veces</translation>
    </message>
    <message>
        <source>{undated} stable features name no event; they are stable in none and were left out</source>
        <translation>{undated} objetos estables no nombran evento; no son estables en ninguno y se omitieron</translation>
    </message>
    <message>
        <source>{unique} of {same} days belong to two events or more, such as {datetime64} to {name_of} and {name_of2}: where their rain is the same, scores on events left out flatter</source>
        <translation>{unique} de {same} días pertenecen a dos eventos o más, como {datetime64} a {name_of} y {name_of2}: donde su lluvia es la misma, las puntuaciones de los eventos que se dejan fuera resultan demasiado favorables</translation>
    </message>
    <message>
        <source>{unit_weight_off} layer values of unit weight are over 10 % off what void ratio and water content imply; the given unit weight is used</source>
        <translation>{unit_weight_off} valores de peso unitario de capa se apartan más del 10 % de lo que implican la relación de vacíos y el contenido de agua; se usa el peso unitario indicado</translation>
    </message>
    <message>
        <source>{unit_weight_off} unit weights are over 10 % off void ratio and water content</source>
        <translation>{unit_weight_off} pesos unitarios se apartan más del 10 % de la relación de vacíos y el contenido de agua</translation>
    </message>
    <message>
        <source>{unitfactors} with these polygons and your rasters, or {zonalresults} with a map</source>
        <translation>{unitfactors} con estos polígonos y sus rásteres, o {zonalresults} con un mapa</translation>
    </message>
    <message>
        <source>{unit}: mapping units, not cells of a raster</source>
        <translation>{unit}: unidades cartográficas, no celdas de un ráster</translation>
    </message>
    <message>
        <source>{unit}; {area_km2} km² classified</source>
        <translation>{unit}; {area_km2} km² clasificados</translation>
    </message>
    <message>
        <source>{unknown} of {shares} rows have no share drawn; fill the field, or leave it out: P is relative then</source>
        <translation>{unknown} de {shares} filas no tienen fracción muestreada; rellene el campo o no lo indique: P es entonces relativa</translation>
    </message>
    <message>
        <source>{unseen_category_cells} cells have a category the model has not seen; they are left empty</source>
        <translation>{unseen_category_cells} celdas tienen una categoría que el modelo no vio; quedan vacías</translation>
    </message>
    <message>
        <source>{unusual} geometries have heights or curves; these are dropped or straightened</source>
        <translation>{unusual} geometrías tienen alturas o curvas; se quitan o se enderezan</translation>
    </message>
    <message>
        <source>{valid_cells} of {cells} cells have a value in every factor</source>
        <translation>{valid_cells} de {cells} celdas tienen valor en todos los factores</translation>
    </message>
    <message>
        <source>{validatemap} as soon as landslides are mapped</source>
        <translation>{validatemap} en cuanto haya deslizamientos cartografiados</translation>
    </message>
    <message>
        <source>{validatemap} with an inventory that was not trained on, then {susceptibilityreport} and {printlayout}</source>
        <translation>{validatemap} con un inventario que no participó en el entrenamiento, luego {susceptibilityreport} y {printlayout}</translation>
    </message>
    <message>
        <source>{validatemap} with an inventory, {zonalresults} by polygon, or {printlayout}</source>
        <translation>{validatemap} con un inventario, {zonalresults} por polígono, o {printlayout}</translation>
    </message>
    <message>
        <source>{valued} of {polygons} polygons have a value; above means {cut} or more</source>
        <translation>{valued} de {polygons} polígonos tienen valor; superior quiere decir {cut} o más</translation>
    </message>
    <message>
        <source>{value} % band of {NAMES}, bootstrap</source>
        <translation>banda del {value} % de {NAMES}, bootstrap</translation>
    </message>
    <message>
        <source>{value} % done, about {left} s left</source>
        <translation>{value} % hecho, quedan unos {left} s</translation>
    </message>
    <message>
        <source>{value} % of neighbouring cells have one height, as nearest-neighbour resampling leaves them: slopes are 0 there and too steep beside</source>
        <translation>El {value} % de las celdas vecinas tiene una misma altura, como las deja el remuestreo por vecino más próximo: allí las pendientes son 0 y al lado demasiado fuertes</translation>
    </message>
    <message>
        <source>{value} % of the area</source>
        <translation>{value} % del área</translation>
    </message>
    <message>
        <source>{value} % of the cells change their class; weighted kappa {kappa}</source>
        <translation>El {value} % de las celdas cambia de clase; kappa ponderado {kappa}</translation>
    </message>
    <message>
        <source>{value} % of the cells lie in flat patches</source>
        <translation>El {value} % de las celdas está en zonas planas</translation>
    </message>
    <message>
        <source>{value} % of the cells: {reason}</source>
        <translation>{value} % de las celdas: {reason}</translation>
    </message>
    <message>
        <source>{value} % of the landslide cells lie in the extent of the training, whose landslides may be among them.</source>
        <translation>El {value} % de las celdas de deslizamiento está en la extensión del entrenamiento, cuyos deslizamientos pueden estar entre ellas.</translation>
    </message>
    <message>
        <source>{value} % of the map lies farther from the samples (over {reach} m) than any held-out sample lay: no score speaks of it</source>
        <translation>El {value} % del mapa está más lejos de las muestras (más de {reach} m) que cualquier muestra reservada: ninguna puntuación habla de ello</translation>
    </message>
    <message>
        <source>{value} % of the map lies in the area of the training; scores of the training hold there alone</source>
        <translation>El {value} % del mapa está en el área del entrenamiento; solo allí valen las puntuaciones del entrenamiento</translation>
    </message>
    <message>
        <source>{value} % of the raster is blank: no data in a factor, or a class that the training never saw. Blank is not safe.</source>
        <translation>El {value} % del ráster está en blanco: sin datos en un factor, o una clase que el entrenamiento nunca vio. En blanco no es seguro.</translation>
    </message>
    <message>
        <source>{value} % of the slopes are under 1.6: degrees are meant, not radians or tangents</source>
        <translation>El {value} % de las pendientes es menor que 1.6: se esperan grados, no radianes ni tangentes</translation>
    </message>
    <message>
        <source>{value} % of the soil depths of {name} reach below {known} m, where the soil profile ends (the deepest {deepest} m): no failure is looked for below</source>
        <translation>El {value} % de los espesores del suelo de {name} pasa de {known} m, donde acaba el perfil de suelo (el mayor {deepest} m): más abajo no se busca rotura</translation>
    </message>
    <message>
        <source>{value} % of the values of {name} are below {GENTLE_DEG}, the largest is {high}: it is probably the tangent or in radians; say SLOPE_UNIT=tangent, radians or percent, or SLOPE_UNIT=degrees if the ground is that flat</source>
        <translation>El {value} % de los valores de {name} está por debajo de {GENTLE_DEG} y el mayor es {high}: probablemente es la tangente o está en radianes; indique SLOPE_UNIT=tangent, radians o percent, o SLOPE_UNIT=degrees si el terreno es así de llano</translation>
    </message>
    <message>
        <source>{value} (give 'Factor rasters' with bands of these names)</source>
        <translation>{value} (indique 'Factor rasters' con bandas de estos nombres)</translation>
    </message>
    <message>
        <source>{value} MiB of packages stay in {wheels}; the next run goes on from there</source>
        <translation>{value} MiB de paquetes quedan en {wheels}; la próxima ejecución sigue desde ahí</translation>
    </message>
    <message>
        <source>{value} are given; give one source of rain</source>
        <translation>Se indican {value}; indique una sola fuente de lluvia</translation>
    </message>
    <message>
        <source>{value} before preset {called}</source>
        <translation>{value} sobre el preajuste {called}</translation>
    </message>
    <message>
        <source>{value} changes with the return period, which belongs to the rain alone; keep it the same in every scenario, or declare the annual probability conditional on it</source>
        <translation>{value} cambia con el período de retorno, que pertenece solo a la lluvia; manténgalo igual en todos los escenarios, o declare la probabilidad anual condicionada a ello</translation>
    </message>
    <message>
        <source>{value} failed ({advice}); it last printed: {last}</source>
        <translation>{value} falló ({advice}); lo último que imprimió: {last}</translation>
    </message>
    <message>
        <source>{value} features labelled 0 were not used, because the absence policy is {absences}</source>
        <translation>{value} objetos con etiqueta 0 no se usaron, porque la política de ausencias es {absences}</translation>
    </message>
    <message>
        <source>{value} has no value on any cell of the DEM within the study area; check that the layers overlap and their no-data values</source>
        <translation>{value} no tiene valor en ninguna celda del MDE dentro del área de estudio; compruebe que las capas se solapan y sus valores sin datos</translation>
    </message>
    <message>
        <source>{value} has no-data in training rows; drop those rows first</source>
        <translation>{value} tiene sin datos en filas de entrenamiento; elimine antes esas filas</translation>
    </message>
    <message>
        <source>{value} holds {value2}, not written by this plugin; choose another folder</source>
        <translation>{value} contiene {value2}, que no escribió este complemento; elija otra carpeta</translation>
    </message>
    <message>
        <source>{value} is missing in the layer down to {lower} m</source>
        <translation>Falta {value} en la capa hasta {lower} m</translation>
    </message>
    <message>
        <source>{value} km</source>
        <translation>{value} km</translation>
    </message>
    <message>
        <source>{value} km of lines</source>
        <translation>{value} km de líneas</translation>
    </message>
    <message>
        <source>{value} landslide cells lie on ground that does not count and are left out</source>
        <translation>{value} celdas de deslizamiento están en terreno que no cuenta y se omiten</translation>
    </message>
    <message>
        <source>{value} landslide cells{told} lie outside the ground that is sampled (slope limit, flat patches, ring, mapped area); {lost} landslides left fit and share for it</source>
        <translation>{value} celdas de deslizamiento{told} están fuera del terreno muestreado (límite de pendiente, zonas planas, anillo, área cartografiada); quedan {lost} deslizamientos menos para el ajuste y la proporción</translation>
    </message>
    <message>
        <source>{value} landslides smaller than {least_m2} m2 are left out, since they were not mapped everywhere</source>
        <translation>Se omiten {value} deslizamientos menores que {least_m2} m2, porque no se cartografiaron en todas partes</translation>
    </message>
    <message>
        <source>{value} need the column intensity_mm_h beside them</source>
        <translation>{value} necesitan la columna intensity_mm_h a su lado</translation>
    </message>
    <message>
        <source>{value} of {count} units have a result.</source>
        <translation>{value} de {count} unidades tienen resultado.</translation>
    </message>
    <message>
        <source>{value} of {held} polygons hold no cell's centre or lie under others, and are not judged; smaller cells (CELL_SIZE) hold more</source>
        <translation>{value} de {held} polígonos no contienen ningún centro de celda o están bajo otros, y no se evalúan; celdas menores (CELL_SIZE) contienen más</translation>
    </message>
    <message>
        <source>{value} of {series} rows have gaps in their rain</source>
        <translation>{value} de {series} filas tienen huecos en su lluvia</translation>
    </message>
    <message>
        <source>{value} of {xy} points lie beside the rasters and are left out</source>
        <translation>{value} de {xy} puntos están fuera de los rásteres y se omiten</translation>
    </message>
    <message>
        <source>{value} probabilities are not finite; drop them first</source>
        <translation>{value} probabilidades no son finitas; elimínelas primero</translation>
    </message>
    <message>
        <source>{value} rows of {name} have no label and are left out</source>
        <translation>{value} filas de {name} no tienen etiqueta y se omiten</translation>
    </message>
    <message>
        <source>{value} samples have no moment; each needs one to end its rain at</source>
        <translation>{value} muestras no tienen momento; cada una necesita uno en que termine su lluvia</translation>
    </message>
    <message>
        <source>{value} samples have no row in {name}: gaps throughout</source>
        <translation>{value} muestras no tienen fila en {name}: todo huecos</translation>
    </message>
    <message>
        <source>{value} samples have no time, which tells their storm; give STORM_FIELD, or a series with the column end_utc</source>
        <translation>{value} muestras no tienen momento, que dice su tormenta; indique STORM_FIELD, o una serie con la columna end_utc</translation>
    </message>
    <message>
        <source>{value} samples lie where the raster of their event's trigger has no value, or its rain a gap; let it cover the mapped area and the whole event</source>
        <translation>{value} muestras están donde el ráster del desencadenante de su evento no tiene valor, o su lluvia tiene un hueco; haga que cubra el área cartografiada y todo el evento</translation>
    </message>
    <message>
        <source>{value} samples of {name} have no place; give a layer of points, or their rain as a table (SERIES)</source>
        <translation>{value} muestras de {name} no tienen lugar; indique una capa de puntos, o su lluvia como tabla (SERIES)</translation>
    </message>
    <message>
        <source>{value} storms set off landslides, and {folds} folds leave whole storms out; give at most as many folds (CV_FOLDS)</source>
        <translation>{value} tormentas causaron deslizamientos, y {folds} particiones excluyen tormentas enteras; indique como mucho tantas particiones (CV_FOLDS)</translation>
    </message>
    <message>
        <source>{value} to {value2} h before the end</source>
        <translation>{value} a {value2} h antes del final</translation>
    </message>
    <message>
        <source>{value} {what} cells lie on no-data and were left out</source>
        <translation>{value} celdas de {what} están sin datos y se omitieron</translation>
    </message>
    <message>
        <source>{value} {what} points share a cell with another one and are counted once</source>
        <translation>Puntos que comparten celda con otro y se cuentan una vez: {value} {what}</translation>
    </message>
    <message>
        <source>{value}: {folds} folds x {repeats}, {skipped_folds} skipped; {landslides} landslide and {stable} stable samples. Thresholds come from the other folds. Intervals after Nadeau and Bengio (2003). Not flat: AUROC of samples on slopes of 5 degrees or more.</source>
        <translation>{value}: {folds} particiones x {repeats}, {skipped_folds} omitidas; {landslides} muestras de deslizamiento y {stable} estables. Los umbrales vienen de las otras particiones. Intervalos según Nadeau y Bengio (2003). No plano: AUROC de muestras en pendientes de 5 grados o más.</translation>
    </message>
    <message>
        <source>{value}; intensity_mm_h was trained from {least} to {most}</source>
        <translation>{value}; intensity_mm_h se entrenó de {least} a {most}</translation>
    </message>
    <message>
        <source>{value}; train again with {value2}</source>
        <translation>{value}; entrene de nuevo con {value2}</translation>
    </message>
    <message>
        <source>{value}{first}; the others on {most}. A difference is taken on the folds that both have, so it need not be that of the means.</source>
        <translation>{value}{first}; los demás en {most}. Una diferencia se toma en las particiones que ambos tienen, así que no tiene por qué ser la de las medias.</translation>
    </message>
    <message>
        <source>{value}{why}. To get it: {how}.</source>
        <translation>{value}{why}. Para tenerlo: {how}.</translation>
    </message>
    <message>
        <source>{virtual} is to be a virtual raster over tiles, which only a cluster leaves; name it .tif</source>
        <translation>{virtual} sería un ráster virtual sobre teselas, que solo deja un clúster; nómbrelo .tif</translation>
    </message>
    <message>
        <source>{what} has {values} numbers for {scenarios} return periods; give one, or one for each</source>
        <translation>{what} tiene {values} números para {scenarios} períodos de retorno; indique uno, o uno para cada uno</translation>
    </message>
    <message>
        <source>{what} holds {value} in {count} cells, a usual mark of no-data, but {_but}; say {saying} (or {PARAMETER}=none if it is a value), or declare it (Translate)</source>
        <translation>{what} contiene {value} en {count} celdas, una marca habitual de sin datos, pero {_but}; indique {saying} (o {PARAMETER}=none si es un valor), o declárelo (Traducir)</translation>
    </message>
    <message>
        <source>{what} is not evenly spaced, from {centres} to {centres2}; warp the rain to an even grid first</source>
        <translation>{what} no está a intervalos iguales, de {centres} a {centres2}; reproyecte antes la lluvia a una malla regular</translation>
    </message>
    <message>
        <source>{what} is {text}, which is not a list of numbers ({wrong} is none); allowed: numbers parted by blanks or semicolons, such as 10 25 50</source>
        <translation>{what} es {text}, que no es una lista de números ({wrong} no lo es); se admite: números separados por espacios o punto y coma, como 10 25 50</translation>
    </message>
    <message>
        <source>{what} is {text}, which may be {before}.{after} or the two numbers {before2} and {after2}; write {before3}.{after3} or {before4} {after4}</source>
        <translation>{what} es {text}, que puede ser {before}.{after} o los dos números {before2} y {after2}; escriba {before3}.{after3} o {before4} {after4}</translation>
    </message>
    <message>
        <source>{what} of {value} %</source>
        <translation>{what} del {value} %</translation>
    </message>
    <message>
        <source>{what} {path} cannot be read: {error}</source>
        <translation>{what} {path} no se puede leer: {error}</translation>
    </message>
    <message>
        <source>{what}: {text} is not allowed; give rising numbers above 1 year, such as 10 25 50 100</source>
        <translation>{what}: {text} no se admite; indique números crecientes mayores que 1 año, como 10 25 50 100</translation>
    </message>
    <message>
        <source>{where} counts its days in the Julian calendar; give rain in the common one</source>
        <translation>{where} cuenta sus días en el calendario juliano; indique lluvia en el común</translation>
    </message>
    <message>
        <source>{where} counts its days in the calendar {calendar}, which climate models use; give observed or forecast rain in the common calendar</source>
        <translation>{where} cuenta sus días en el calendario {calendar}, que usan los modelos climáticos; indique lluvia observada o pronosticada en el calendario común</translation>
    </message>
    <message>
        <source>{where} has a time axis in {value}; allowed is one such as 'hours since 1900-01-01'. Give START and STEP to say the times yourself</source>
        <translation>{where} tiene un eje de tiempo en {value}; se admite uno como 'hours since 1900-01-01'. Indique START y STEP para decir usted los tiempos</translation>
    </message>
    <message>
        <source>{where} has a time axis with values that are no times; it is damaged, or has fill values</source>
        <translation>{where} tiene un eje de tiempo con valores que no son tiempos; está dañado o tiene valores de relleno</translation>
    </message>
    <message>
        <source>{where} has no cell with a class</source>
        <translation>{where} no tiene ninguna celda con clase</translation>
    </message>
    <message>
        <source>{where} holds {order} different codes; allowed: at most {MOST_CODES} classes, so put it in classes first (Classify any map)</source>
        <translation>{where} contiene {order} códigos distintos; se admite: {MOST_CODES} clases como mucho, así que clasifíquelo primero (Clasificar cualquier mapa)</translation>
    </message>
    <message>
        <source>{where} is in {text}, a rate, and RAIN_IS says that its numbers are amounts; leave RAIN_IS at auto, or give the RAIN_UNIT it is really in</source>
        <translation>{where} está en {text}, una tasa, y RAIN_IS dice que sus números son cantidades; deje RAIN_IS en auto, o indique la RAIN_UNIT en que está de verdad</translation>
    </message>
    <message>
        <source>{where} is in {text}, an amount, and RAIN_IS says that its numbers are rates; give RAIN_UNIT, such as mm/h, or leave RAIN_IS at auto</source>
        <translation>{where} está en {text}, una cantidad, y RAIN_IS dice que sus números son tasas; indique RAIN_UNIT, como mm/h, o deje RAIN_IS en auto</translation>
    </message>
    <message>
        <source>{where} is {text}, no moment; allowed: 2020-08-30, 2020-08-30T06:00, 30.08.2020 06:00 or 2020083006, with Z or +01:00 behind it where it has a zone</source>
        <translation>{where} es {text}, que no es un momento; se admite: 2020-08-30, 2020-08-30T06:00, 30.08.2020 06:00 o 2020083006, con Z o +01:00 detrás si tiene zona</translation>
    </message>
    <message>
        <source>{where} is {text}; allowed: 2018, 2018-05, 2018-05-03, 03.05.2018, or two such dates with / between</source>
        <translation>{where} es {text}; se admite: 2018, 2018-05, 2018-05-03, 03.05.2018, o dos de esas fechas con / en medio</translation>
    </message>
    <message>
        <source>{where} {found}; give RAIN_UNIT: mm, m, cm, in, kg m-2, mm/h, mm/day or kg m-2 s-1, whichever it is in</source>
        <translation>{where} {found}; indique RAIN_UNIT: mm, m, cm, in, kg m-2, mm/h, mm/day o kg m-2 s-1, la que sea</translation>
    </message>
    <message>
        <source>{where}: the mark of the landslides that it was calibrated on cannot be read; calibrate again</source>
        <translation>{where}: la marca de los deslizamientos con los que se calibró no se puede leer; calibre de nuevo</translation>
    </message>
    <message>
        <source>{which} no CRS, so {name} cannot be aligned; assign the right one</source>
        <translation>{which} no tiene SRC, así que {name} no se puede alinear; asigne el correcto</translation>
    </message>
    <message>
        <source>{window_h} h ending {day} {clock} UTC</source>
        <translation>{window_h} h que terminan el {day} {clock} UTC</translation>
    </message>
    <message>
        <source>{without} of {samples} samples have no whole soil profile in {name} and are left out</source>
        <translation>{without} de {samples} muestras no tienen un perfil de suelo completo en {name} y se omiten</translation>
    </message>
    <message>
        <source>{words} {words2}, mm</source>
        <translation>{words} {words2}, mm</translation>
    </message>
    <message>
        <source>{words}, and no inventory of this area was given, so nobody knows how well the map does here.</source>
        <translation>{words}, y no se dio inventario de esta área, así que nadie sabe cómo le va al mapa aquí.</translation>
    </message>
    <message>
        <source>{words}, as busy as this machine is now</source>
        <translation>{words}, con este equipo tan ocupado como ahora</translation>
    </message>
    <message>
        <source>{words}, as sea and lakes do; no sample lies in them (FLAT_PATCHES=keep takes them)</source>
        <translation>{words}, como mar y lagos; no hay muestras en ellas (FLAT_PATCHES=keep las toma)</translation>
    </message>
    <message>
        <source>{words}: if they are sea or lakes, their samples flatter the scores</source>
        <translation>{words}: si son mar o lagos, sus muestras halagan las puntuaciones</translation>
    </message>
    <message>
        <source>{words}: possible leakage. {_words}</source>
        <translation>{words}: posible fuga de información. {_words}</translation>
    </message>
    <message>
        <source>{words}: take a DEM that reaches beyond the study area, or see factor '{human_name}'</source>
        <translation>{words}: tome un MDE que llegue más allá del área de estudio, o vea el factor '{human_name}'</translation>
    </message>
    <message>
        <source>{words}; before: {row}</source>
        <translation>{words}; antes: {row}</translation>
    </message>
    <message>
        <source>{words}; by the inventory given, its {ranked} rank landslides above {against} with an AUROC of {number}{within}.</source>
        <translation>{words}; según el inventario dado, su {ranked} ordena los deslizamientos por encima de {against} con un AUROC de {number}{within}.</translation>
    </message>
    <message>
        <source>{words}; its numbers are {words2} in {value}</source>
        <translation>{words}; sus números son {words2} en {value}</translation>
    </message>
    <message>
        <source>{words}; log loss on ground held out {log_loss}, with the table as it was {log_loss2} (over folds {value}, 95 % interval {value2} to {value3}): {verdict}</source>
        <translation>{words}; pérdida logarítmica en terreno reservado {log_loss}, con la tabla como estaba {log_loss2} (por particiones {value}, intervalo del 95 % de {value2} a {value3}): {verdict}</translation>
    </message>
    <message>
        <source>{words}; too few folds hold both kinds for a comparison on ground held out</source>
        <translation>{words}; muy pocas particiones contienen ambos tipos para una comparación en terreno reservado</translation>
    </message>
    <message>
        <source>{words}; {SMALLEST_OF_USE} takes about {more} times the landslides, more repeats do not do</source>
        <translation>{words}; {SMALLEST_OF_USE} pide unas {more} veces los deslizamientos, más repeticiones no bastan</translation>
    </message>
    <message>
        <source>{words}; {SMALLEST_OF_USE} takes about {needed} folds, repeats counted</source>
        <translation>{words}; {SMALLEST_OF_USE} pide unas {needed} particiones, contadas las repeticiones</translation>
    </message>
    <message>
        <source>{zones} zones; {value}</source>
        <translation>{zones} zonas; {value}</translation>
    </message>
</context>
</TS>
