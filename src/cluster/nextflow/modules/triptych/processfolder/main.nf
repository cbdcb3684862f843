process TRIPTYCH_PROCESSFOLDER {
    tag "${meta.id} ${shard}"
    label 'process_medium'

    input:
    tuple val(meta), path(images, stageAs: 'images'), val(shard), val(listing)
    path model

    output:
    tuple val(meta), path("${prefix}/folder-run*.journal"), emit: journal
    tuple val(meta), path("${prefix}/**")                 , emit: files
    path "versions.yml"                                   , emit: versions

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    def share = shard ? "--shard=${shard}" : ''
    def with_model = model ? "--model=${model}" : ''
    // The rest is for what ONNX Runtime holds outside of Java.
    def heap = task.memory ? "-Xmx${task.memory.toMega().intdiv(2)}m" : ''
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    export TRIPTYCH_JAVA_OPTIONS="-XX:ActiveProcessorCount=${task.cpus} ${heap} \${TRIPTYCH_JAVA_OPTIONS:-}"
    code=0
    triptych process-folder --input="\$(cd images && pwd -P)" --save="${prefix}" \\
        ${share} ${with_model} ${args} > run.txt || code=\$?
    cat run.txt
    # 1 is also the code where all was done but single images that cannot be read: the merge names them.
    case \$(cat run.txt) in
        [0-9]*) ;;
        *) exit \$code ;;
    esac

    cat <<-END_VERSIONS > versions.yml
    "${task.process}":
        triptych: \$(triptych --version | sed 's/^Triptych //')
    END_VERSIONS
    """

    stub:
    prefix = task.ext.prefix ?: "${meta.id}"
    """
    mkdir "${prefix}"
    touch "${prefix}/folder-run.journal"

    cat <<-END_VERSIONS > versions.yml
    "${task.process}":
        triptych: \$(triptych --version | sed 's/^Triptych //')
    END_VERSIONS
    """
}
